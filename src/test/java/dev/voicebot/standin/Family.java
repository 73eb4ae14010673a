package dev.voicebot.standin;

import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The recognizers by the way they are asked and answer.
 *
 * @see <a href="https://help.aliyun.com/en/model-studio/fun-asr-client-events">Fun-ASR</a>
 * @see <a href="https://www.alibabacloud.com/help/en/model-studio/qwen-asr-message-client-events">Qwen-Audio-ASR</a>
 */
enum Family {
    /** Answers in {@code output.transcription}; the others in {@code output.sentence}. */
    GUMMY("max_end_silence"),
    SENTENCES("max_sentence_silence");

    /** Parameters that only gummy has. */
    private static final Set<String> OF_GUMMY = Set.of(
            "source_language",
            "transcription_enabled",
            "translation_enabled",
            "translation_target_languages",
            "max_end_silence");
    /** Parameters that gummy lacks. */
    private static final Set<String> OF_THE_OTHERS = Set.of(
            "language_hints",
            "max_sentence_silence",
            "multi_threshold_mode_enabled",
            "heartbeat",
            "punctuation_prediction_enabled",
            "inverse_text_normalization_enabled",
            "speech_noise_threshold",
            "special_word_filter",
            "vocabulary",
            "vad_model",
            "keep_dialect",
            "intermediate_result_enabled");

    private final String endSilence;

    Family(String endSilence) {
        this.endSilence = endSilence;
    }

    static Family of(String model) {
        return model.startsWith("gummy-") ? GUMMY : SENTENCES;
    }

    /** The name of the parameter for the silence that ends a sentence, in milliseconds. */
    String endSilence() {
        return endSilence;
    }

    /** Why the service refuses the parameters of a recognition. */
    static Optional<String> complaint(ReceivedSpeech task) {
        String model = task.model();
        int rate = task.parameters().path("sample_rate").asInt();
        OptionalInt only = onlyRate(model);
        if (only.isPresent() && rate != only.getAsInt()) {
            return Optional.of("Sample rate " + rate + " is not supported by " + model + ".");
        }
        if (of(model) == GUMMY && rate < 16000) {
            return Optional.of("Sample rate " + rate + " is too low for " + model + ".");
        }
        int silence = task.parameters().path(of(model).endSilence()).asInt(1300);
        if (silence < 200 || silence > 6000) {
            return Optional.of(of(model).endSilence() + " should be in [200, 6000].");
        }
        return foreign(model, task.parameters().fieldNames())
                .map(name -> "Parameter " + name + " is not supported by " + model + ".");
    }

    private static OptionalInt onlyRate(String model) {
        if (model.contains("-8k")) {
            return OptionalInt.of(8000);
        }
        boolean any = model.startsWith("paraformer-realtime-v2") || of(model) == GUMMY;
        return any ? OptionalInt.empty() : OptionalInt.of(16000);
    }

    /** A parameter that only others have; what no family knows is ignored, as the service does. */
    private static Optional<String> foreign(String model, Iterator<String> names) {
        Set<String> foreign = of(model) == GUMMY ? OF_THE_OTHERS : OF_GUMMY;
        while (names.hasNext()) {
            String name = names.next();
            if (foreign.contains(name)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** Whether it sends what it has understood so far only to those who ask for it. */
    static boolean keepsPartialsBack(ReceivedSpeech task) {
        return task.model().endsWith("-message")
                && !task.parameters().path("intermediate_result_enabled").asBoolean();
    }
}
