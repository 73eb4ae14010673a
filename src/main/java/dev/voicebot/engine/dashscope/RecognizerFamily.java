package dev.voicebot.engine.dashscope;

import static dev.voicebot.text.Messages.tr;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The recognizers by what they are asked with; an unknown name is treated like a current model.
 *
 * @see <a href="https://www.alibabacloud.com/help/en/model-studio/fun-asr-client-events">Fun-ASR</a>
 * @see <a href="https://www.alibabacloud.com/help/en/model-studio/paraformer-client-events">Paraformer</a>
 * @see <a href="https://www.alibabacloud.com/help/en/model-studio/qwen-audio-asr-streaming-client-events">Qwen-Audio</a>
 * @see <a href="https://help.aliyun.com/zh/model-studio/sentence-websocket-api">Gummy</a>
 */
enum RecognizerFamily {
    FUN_ASR("language_hints", "max_sentence_silence", 16_000, 16_000),
    PARAFORMER("language_hints", "max_sentence_silence", 8_000, 48_000),
    /** Hears Mandarin, and can be told nothing. */
    PARAFORMER_V1("", "", 16_000, 16_000),
    QWEN_AUDIO("language_hints", "max_sentence_silence", 16_000, 16_000),
    /** The only ones that translate; they end their sentences after another parameter. */
    GUMMY("source_language", "max_end_silence", 16_000, 48_000),
    OTHER("language_hints", "max_sentence_silence", 8_000, 48_000);

    private static final int TELEPHONE = 8_000; // Hz
    // the range of max_sentence_silence and max_end_silence in the pages above
    private static final Duration LEAST_SILENCE = Duration.ofMillis(200);
    private static final Duration MOST_SILENCE = Duration.ofSeconds(6);

    private final String language;
    private final String endSilence;
    private final int leastRate;
    private final int mostRate;

    /** Parameters have no name where the family lacks them; rates are in Hz. */
    RecognizerFamily(String language, String endSilence, int leastRate, int mostRate) {
        this.language = language;
        this.endSilence = endSilence;
        this.leastRate = leastRate;
        this.mostRate = mostRate;
    }

    static RecognizerFamily of(String model) {
        if (model.startsWith("fun-asr")) {
            return FUN_ASR;
        }
        if (model.startsWith("paraformer")) {
            return model.contains("-v1") ? PARAFORMER_V1 : PARAFORMER;
        }
        if (model.startsWith("qwen-audio")) {
            return QWEN_AUDIO;
        }
        return model.startsWith("gummy") ? GUMMY : OTHER;
    }

    /** The rate in Hz that {@code model} is sent, when {@code wanted} is the setting's. */
    int sampleRate(String model, int wanted) {
        return model.contains("8k") ? TELEPHONE : Math.max(leastRate, Math.min(mostRate, wanted));
    }

    boolean translates() {
        return this == GUMMY;
    }

    /** Whether {@code model} is helped by what was said before. */
    boolean takesContext(String model) {
        return this == QWEN_AUDIO || model.equals("fun-asr-realtime") || model.equals("fun-asr-realtime-2025-11-07");
    }

    Map<String, Object> parameters(String model, RecognitionParameters wanted) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("format", "pcm");
        parameters.put("sample_rate", sampleRate(model, wanted.sampleRate()));
        wanted.language().ifPresent(code -> putLanguage(parameters, code));
        wanted.vocabulary()
                .filter(any -> this != PARAFORMER_V1)
                .ifPresent(words -> parameters.put("vocabulary_id", words.apply(model)));
        wanted.maxEndSilence()
                .filter(silence -> !endSilence.isEmpty())
                .ifPresent(silence ->
                        parameters.put(endSilence, withinLimits(silence).toMillis()));
        if (this == GUMMY) {
            parameters.put("transcription_enabled", true);
            parameters.put("translation_enabled", wanted.translateTo().isPresent());
            wanted.translateTo().ifPresent(code -> parameters.put("translation_target_languages", List.of(code)));
        } else if (this != PARAFORMER_V1) {
            parameters.put("heartbeat", true); // or a minute without speech ends the task
        }
        if (this == QWEN_AUDIO) {
            parameters.put("intermediate_result_enabled", true);
        }
        return parameters;
    }

    /** A line for each wish that {@code model} cannot fulfil. */
    List<String> missing(String model, RecognitionParameters wanted) {
        List<String> lines = new ArrayList<>();
        if (language.isEmpty()
                && wanted.language().filter(code -> !code.equals("zh")).isPresent()) {
            lines.add(tr(
                    "%s recognizes only Mandarin. To use recognition.language, choose another" + " recognition.model.",
                    model));
        }
        if (this == PARAFORMER_V1 && wanted.vocabulary().isPresent()) {
            lines.add(tr("%s does not support hot words. To use them, choose another recognition.model.", model));
        }
        Optional<Duration> silence = wanted.maxEndSilence();
        if (endSilence.isEmpty() && silence.isPresent()) {
            lines.add(tr("%s ends sentences by itself. recognition.max_end_silence is ignored.", model));
        } else if (silence.isPresent() && !withinLimits(silence.get()).equals(silence.get())) {
            lines.add(tr(
                    "%s accepts a recognition.max_end_silence of 200 to 6000 ms. Using %s ms.",
                    model, withinLimits(silence.get()).toMillis()));
        }
        return lines;
    }

    private void putLanguage(Map<String, Object> parameters, String code) {
        if (!language.isEmpty()) {
            parameters.put(language, this == GUMMY ? code : List.of(code));
        }
    }

    private static Duration withinLimits(Duration silence) {
        Duration least = silence.compareTo(LEAST_SILENCE) < 0 ? LEAST_SILENCE : silence;
        return least.compareTo(MOST_SILENCE) > 0 ? MOST_SILENCE : least;
    }
}
