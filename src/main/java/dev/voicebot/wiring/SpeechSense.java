package dev.voicebot.wiring;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.audio.ModelDetector;
import dev.voicebot.audio.SpeechDetection;
import dev.voicebot.audio.SpeechDetector;
import dev.voicebot.engine.onnx.Silero;
import dev.voicebot.outcome.AssistantException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells speech from noise by the model, which is loaded when it is first needed; by loudness where it does not run. */
public final class SpeechSense implements SpeechDetection {
    private static final Logger LOG = LoggerFactory.getLogger(SpeechSense.class);

    private final Path cache;
    private final SpeechDetection byLoudness;

    @GuardedBy("this")
    private @Nullable Silero model;

    @GuardedBy("this")
    private @Nullable AssistantException failure;

    /** {@code threshold} is how many decibels louder than the room speech is, without the model. */
    SpeechSense(Path cache, double threshold) {
        this.cache = cache;
        this.byLoudness = SpeechDetection.byLoudness(threshold);
    }

    @Override
    public SpeechDetector detector(int sampleRate, Duration silence, boolean guardsEcho) {
        return model().<SpeechDetector>map(it -> new ModelDetector(it.model(), sampleRate, silence, guardsEcho))
                .orElseGet(() -> byLoudness.detector(sampleRate, silence, guardsEcho));
    }

    /** Why the model does not run here; loads it. */
    public synchronized Optional<AssistantException> obstacle() {
        var unused = model();
        return Optional.ofNullable(failure);
    }

    private synchronized Optional<Silero> model() {
        if (model == null && failure == null) {
            try {
                model = Silero.load(cache);
            } catch (AssistantException e) {
                LOG.warn("speech is distinguished from noise by loudness", e);
                failure = e;
            }
        }
        return Optional.ofNullable(model);
    }
}
