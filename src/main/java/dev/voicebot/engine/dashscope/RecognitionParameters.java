package dev.voicebot.engine.dashscope;

import dev.voicebot.models.ModelChoice;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the recognizer is asked for.
 *
 * @param sampleRate what the model takes, in Hz; sound of another rate is resampled
 * @param language a code as {@code zh} or {@code en}; the service finds out by itself without one
 * @param vocabulary gives the id of the list of hot words for a model, which may mean asking the service for it
 * @param translateTo a language to translate each sentence into; the models of gummy can
 * @param maxEndSilence the silence that ends a sentence; the service's default without one
 */
public record RecognitionParameters(
        ModelChoice model,
        int sampleRate,
        Optional<String> language,
        Optional<Function<String, String>> vocabulary,
        Optional<Duration> maxEndSilence,
        Optional<String> translateTo) {
    public RecognitionParameters(
            String model,
            int sampleRate,
            Optional<String> language,
            Optional<String> vocabularyId,
            Optional<Duration> maxEndSilence,
            Optional<String> translateTo) {
        this(
                ModelChoice.fixed(model),
                sampleRate,
                language,
                vocabularyId.map(id -> any -> id),
                maxEndSilence,
                translateTo);
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
