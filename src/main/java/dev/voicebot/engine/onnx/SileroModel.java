package dev.voicebot.engine.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.voicebot.audio.SpeechModel;
import dev.voicebot.outcome.AssistantException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;

/** What the model remembers of one sound: its own state, and the end of the window before. */
final class SileroModel implements SpeechModel {
    private static final int CONTEXT = 64; // samples at 16 kHz, as in Silero's utils_vad.py
    private static final long[] SOUND_SHAPE = {1, CONTEXT + WINDOW};
    private static final long[] STATE_SHAPE = {2, 1, 128};

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final float[] sound = new float[CONTEXT + WINDOW];
    private final float[] state = new float[2 * 128];

    SileroModel(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
    }

    @Override
    public float probability(float[] window) {
        System.arraycopy(sound, WINDOW, sound, 0, CONTEXT);
        System.arraycopy(window, 0, sound, CONTEXT, WINDOW);
        try (OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(sound), SOUND_SHAPE);
                OnnxTensor before = OnnxTensor.createTensor(environment, FloatBuffer.wrap(state), STATE_SHAPE);
                OnnxTensor rate =
                        OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[] {SAMPLE_RATE}), new long[0]);
                OrtSession.Result result = session.run(Map.of("input", input, "state", before, "sr", rate))) {
            tensor(result, "stateN").get(state);
            return tensor(result, "output").get();
        } catch (OrtException e) {
            throw AssistantException.unforeseen(new IllegalStateException(e));
        }
    }

    private static FloatBuffer tensor(OrtSession.Result result, String name) {
        return ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
    }
}
