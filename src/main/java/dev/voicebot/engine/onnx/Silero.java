package dev.voicebot.engine.onnx;

import static dev.voicebot.text.Messages.tr;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.voicebot.audio.SpeechModel;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** The model of speech, once for all sounds; any thread. It stays loaded as long as the process runs. */
public final class Silero {
    private static final String MODEL = "silero_vad_v6.onnx";

    private final OrtEnvironment environment;
    private final OrtSession session;

    private Silero(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
    }

    /**
     * Loads library and model, which takes up to a second.
     *
     * @param cache where the library is unpacked, once
     * @throws AssistantException FAILED when the library does not run on this computer
     */
    public static Silero load(Path cache) {
        try (InputStream model = Silero.class.getResourceAsStream(MODEL)) {
            if (model == null) {
                throw new FileNotFoundException(MODEL);
            }
            OnnxRuntime runtime = OnnxRuntime.load(cache);
            return new Silero(runtime.environment(), runtime.session(model.readAllBytes()));
        } catch (IOException | OrtException | LinkageError e) {
            throw new AssistantException(FaultKind.FAILED, tr("Cannot load the speech model (%s).", e.getMessage()), e);
        }
    }

    /** For one sound, from its beginning. */
    public SpeechModel model() {
        return new SileroModel(environment, session);
    }
}
