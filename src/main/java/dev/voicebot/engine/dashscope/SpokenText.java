package dev.voicebot.engine.dashscope;

import dev.voicebot.synthesis.BilledCharacters;
import java.util.OptionalInt;

/**
 * Finds what the service says it has spoken in the text that it was sent. Only letters and digits count: it cuts the
 * text into sentences of its own, and may leave out spaces and marks.
 */
final class SpokenText {
    /** How far another spelling of the service's may have led astray, in characters. */
    private static final int STRAY = 40;

    private SpokenText() {}

    /** Whether there is nothing to say in it. */
    static boolean isSilent(CharSequence text) {
        return text.codePoints().noneMatch(Character::isLetterOrDigit);
    }

    /** How many characters count, which is the least that the service bills. */
    static long sounding(CharSequence text) {
        return text.codePoints().filter(Character::isLetterOrDigit).count();
    }

    /** Where {@code sentence} ends in {@code text}, with its marks and the space behind; empty where it is not near. */
    static OptionalInt endOf(String sentence, CharSequence text, int from) {
        int begin = from;
        for (int skipped = 0; begin < text.length() && skipped < STRAY; skipped++) {
            int end = match(sentence, text, begin);
            if (end > 0) {
                return OptionalInt.of(withMarks(sentence, text, end));
            }
            begin = next(text, begin);
        }
        return OptionalInt.empty();
    }

    /** Where so many letters and digits end. */
    static int after(long count, CharSequence text, int from) {
        int at = from;
        for (long left = count; at < text.length() && left > 0; at = next(text, at)) {
            left -= Character.isLetterOrDigit(at(text, at)) ? 1 : 0;
        }
        return at;
    }

    /** Where so many characters end as the service bills them. */
    static int billed(long characters, CharSequence text) {
        int at = 0;
        for (long billed = 0; at < text.length() && billed < characters; at = next(text, at)) {
            billed += BilledCharacters.of(Character.toString(at(text, at)));
        }
        return at;
    }

    /** The character at a place, which may be two of Java's. */
    private static int at(CharSequence text, int place) {
        return Character.codePointAt(text, place);
    }

    private static int next(CharSequence text, int place) {
        return place + Character.charCount(at(text, place));
    }

    /** Behind the last letter, when the text says the sentence from {@code begin} on; else -1. */
    private static int match(String sentence, CharSequence text, int begin) {
        int at = begin;
        int end = -1;
        for (int i = 0; i < sentence.length(); i = next(sentence, i)) {
            if (Character.isLetterOrDigit(at(sentence, i))) {
                at = end < 0 ? begin : nextSounding(text, at);
                if (at >= text.length() || !isSame(at(sentence, i), at(text, at))) {
                    return -1;
                }
                at = next(text, at);
                end = at;
            }
        }
        return end;
    }

    private static int nextSounding(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && !Character.isLetterOrDigit(at(text, at))) {
            at = next(text, at);
        }
        return at;
    }

    private static boolean isSame(int one, int other) {
        return Character.toLowerCase(one) == Character.toLowerCase(other);
    }

    private static int withMarks(String sentence, CharSequence text, int end) {
        int at = end;
        while (at < text.length() && isMark(at(text, at)) && sentence.indexOf(at(text, at)) >= 0) {
            at = next(text, at);
        }
        while (at < text.length() && Character.isWhitespace(at(text, at))) {
            at = next(text, at);
        }
        return at;
    }

    private static boolean isMark(int character) {
        return !Character.isLetterOrDigit(character) && !Character.isWhitespace(character);
    }
}
