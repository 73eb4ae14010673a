package dev.voicebot.speakable;

import dev.voicebot.wording.Numerals;
import java.util.Map;

/**
 * How a reply is put into spoken words.
 *
 * @param pronunciations words, as they are written, and how they are said
 * @param numerals whether numbers, units and signs are put into words, and which numbers remain digits
 * @param oralReplies whether the model is asked for replies that are made to be heard
 */
public record SpeechManner(
        CodeSpeech code, Map<String, String> pronunciations, Numerals numerals, boolean oralReplies) {
    /** Code is announced, words are said as written, and the model is not told. */
    public static final SpeechManner USUAL = new SpeechManner(CodeSpeech.ANNOUNCE, Map.of(), Numerals.DIGITS, false);

    public static final String ORAL_PROMPT =
            "Your answers are spoken aloud: keep them short and oral, without markup, lists or code unless asked for.";

    public SpeechManner {
        pronunciations = Map.copyOf(pronunciations);
    }

    /** What a model is told whose replies are spoken. */
    public String promptFor(String systemPrompt) {
        return oralReplies ? (systemPrompt + "\n\n" + ORAL_PROMPT).strip() : systemPrompt;
    }
}
