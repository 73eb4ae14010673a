package dev.voicebot.engine.onnx;

import static dev.voicebot.text.Messages.tr;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.voicebot.audio.TurnModel;
import dev.voicebot.files.PrivateFiles;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;

/** Smart Turn v3, which takes what Whisper hears of a turn's last eight seconds. Stays loaded as long as the process runs. */
public final class SmartTurn implements TurnModel {
    private static final String INPUT = "input_features";
    private static final long[] SHAPE = {1, LogMel.BANDS, LogMel.FRAMES};

    private final OrtEnvironment environment;
    private final OrtSession session;

    private SmartTurn(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
    }

    /**
     * Loads library and model, which takes up to a second.
     *
     * @param model a file whose digest was checked
     * @param cache where the library is unpacked, once
     * @throws AssistantException FAILED when the model is another one, or the library does not run on this computer
     */
    public static SmartTurn load(Path model, Path cache) {
        try {
            OnnxRuntime runtime = OnnxRuntime.load(cache);
            OrtSession session = runtime.session(PrivateFiles.read(model));
            if (!session.getInputNames().contains(INPUT)) {
                session.close();
                throw new IOException("no input " + INPUT);
            }
            return new SmartTurn(runtime.environment(), session);
        } catch (IOException | OrtException | LinkageError e) {
            throw new AssistantException(
                    FaultKind.FAILED, tr("Cannot load the model for the end of a turn (%s).", e.getMessage()), e);
        }
    }

    @Override
    public float finished(float[] turn) {
        FloatBuffer features = FloatBuffer.wrap(LogMel.of(turn));
        try (OnnxTensor input = OnnxTensor.createTensor(environment, features, SHAPE);
                OrtSession.Result result = session.run(Map.of(INPUT, input))) {
            return ((OnnxTensor) result.get(0)).getFloatBuffer().get();
        } catch (OrtException e) {
            throw AssistantException.unforeseen(new IllegalStateException(e));
        }
    }
}
