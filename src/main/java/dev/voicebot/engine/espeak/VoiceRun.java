package dev.voicebot.engine.espeak;

import dev.voicebot.language.WrittenLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stretch of text that one voice speaks. */
record VoiceRun(String language, String text) {
    static final String ENGLISH = "en-us";
    static final String MANDARIN = "cmn";

    private static final Map<WrittenLanguage, String> VOICES = Map.ofEntries(
            Map.entry(WrittenLanguage.ENGLISH, ENGLISH),
            Map.entry(WrittenLanguage.CHINESE, MANDARIN),
            Map.entry(WrittenLanguage.GERMAN, "de"),
            Map.entry(WrittenLanguage.FRENCH, "fr-fr"),
            Map.entry(WrittenLanguage.SPANISH, "es"),
            Map.entry(WrittenLanguage.ITALIAN, "it"),
            Map.entry(WrittenLanguage.PORTUGUESE, "pt-br"),
            Map.entry(WrittenLanguage.JAPANESE, "ja"),
            Map.entry(WrittenLanguage.KOREAN, "ko"),
            Map.entry(WrittenLanguage.RUSSIAN, "ru"),
            Map.entry(WrittenLanguage.ARABIC, "ar"));
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern WORD = Pattern.compile("\\p{IsLatin}+");
    // From the first to the last Han character of a stretch, with the digits between them and the marks behind it.
    private static final Pattern HAN_STRETCH =
            Pattern.compile("\\p{IsHan}(?:[^\\p{L}]*\\p{IsHan})*[^\\p{L}\\p{N}\\p{Ps}\\p{Pi}\"]*");

    /**
     * By script, and among languages in Latin letters by vocabulary. Mandarin where the text has at least as many Han
     * characters as Latin words: that voice reads English words itself, without a break. Other voices cannot read Han:
     * Mandarin reads each stretch of it, also in Japanese, whose voice says "Chinese letter" instead. A text without letters, such as a number, goes on in
     * {@code languageBefore}.
     */
    static List<VoiceRun> of(String text, String languageBefore) {
        Optional<WrittenLanguage> written = WrittenLanguage.of(text, written(languageBefore));
        String voice = written.map(VOICES::get).orElse(languageBefore);
        long han = HAN.matcher(text).results().count();
        if (han == 0) {
            return List.of(new VoiceRun(voice, text));
        }
        long words = WORD.matcher(text).results().count();
        boolean english = voice.equals(ENGLISH) || voice.equals(MANDARIN);
        return english && han >= words
                ? List.of(new VoiceRun(MANDARIN, text))
                : mixed(text, voice.equals(MANDARIN) ? ENGLISH : voice);
    }

    private static WrittenLanguage written(String voice) {
        return VOICES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(voice))
                .map(Map.Entry::getKey)
                .findAny()
                .orElse(WrittenLanguage.ENGLISH);
    }

    private static List<VoiceRun> mixed(String text, String voice) {
        List<VoiceRun> runs = new ArrayList<>();
        Matcher stretch = HAN_STRETCH.matcher(text);
        int end = 0;
        while (stretch.find()) {
            add(runs, voice, text.substring(end, stretch.start()));
            runs.add(new VoiceRun(MANDARIN, stretch.group()));
            end = stretch.end();
        }
        add(runs, voice, text.substring(end));
        return runs;
    }

    private static void add(List<VoiceRun> runs, String voice, String text) {
        if (!text.isBlank()) {
            runs.add(new VoiceRun(voice, text));
        }
    }
}
