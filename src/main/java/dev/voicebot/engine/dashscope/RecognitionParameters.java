package dev.voicebot.engine.dashscope;

import dev.voicebot.models.ModelChoice;
import java.time.Duration;
import java.util.Optional;

/**
 * What the recogniser is asked for.
 *
 * @param sampleRate what the model takes, in Hz; sound of another rate is resampled
 * @param language a code as {@code zh} or {@code en}; the service finds out by itself without one
 * @param translateTo a language to translate each sentence into; the models of gummy can
 * @param maxEndSilence the silence that ends a sentence; the service's default without one
 */
public record RecognitionParameters(
        ModelChoice model,
        int sampleRate,
        Optional<String> language,
        Optional<String> vocabularyId,
        Optional<Duration> maxEndSilence,
        Optional<String> translateTo) {
    public RecognitionParameters(
            String model,
            int sampleRate,
            Optional<String> language,
            Optional<String> vocabularyId,
            Optional<Duration> maxEndSilence,
            Optional<String> translateTo) {
        this(ModelChoice.fixed(model), sampleRate, language, vocabularyId, maxEndSilence, translateTo);
    }

    public RecognitionParameters(
            String model,
            int sampleRate,
            Optional<String> language,
            Optional<String> vocabularyId,
            Optional<Duration> maxEndSilence) {
        this(model, sampleRate, language, vocabularyId, maxEndSilence, Optional.empty());
    }
}
