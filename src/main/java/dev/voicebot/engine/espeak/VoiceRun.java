package dev.voicebot.engine.espeak;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stretch of text that one voice speaks. */
record VoiceRun(String language, String text) {
    static final String ENGLISH = "en-us";
    static final String MANDARIN = "cmn";

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern WORD = Pattern.compile("\\p{IsLatin}+");
    // From the first to the last Han character of a stretch, with the digits between them and the marks behind it.
    private static final Pattern HAN_STRETCH =
            Pattern.compile("\\p{IsHan}(?:[^\\p{L}]*\\p{IsHan})*[^\\p{L}\\p{N}\\p{Ps}\\p{Pi}\"]*");

    /**
     * Mandarin where the text has at least as many Han characters as Latin words: that voice reads English words
     * itself, without a break. Otherwise English, which cannot read Han, with Mandarin for each stretch of Han. A text
     * with neither, such as a number, goes on in {@code languageBefore}.
     */
    static List<VoiceRun> of(String text, String languageBefore) {
        long han = HAN.matcher(text).results().count();
        long words = WORD.matcher(text).results().count();
        if (han == 0) {
            return List.of(new VoiceRun(words == 0 ? languageBefore : ENGLISH, text));
        }
        return han >= words ? List.of(new VoiceRun(MANDARIN, text)) : mixed(text);
    }

    private static List<VoiceRun> mixed(String text) {
        List<VoiceRun> runs = new ArrayList<>();
        Matcher stretch = HAN_STRETCH.matcher(text);
        int end = 0;
        while (stretch.find()) {
            addEnglish(runs, text.substring(end, stretch.start()));
            runs.add(new VoiceRun(MANDARIN, stretch.group()));
            end = stretch.end();
        }
        addEnglish(runs, text.substring(end));
        return runs;
    }

    private static void addEnglish(List<VoiceRun> runs, String text) {
        if (!text.isBlank()) {
            runs.add(new VoiceRun(ENGLISH, text));
        }
    }
}
