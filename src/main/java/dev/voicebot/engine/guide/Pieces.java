package dev.voicebot.engine.guide;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Cuts an answer as a language model would send it: words, or a few Chinese characters at a time. */
final class Pieces {
    private static final Pattern PIECE = Pattern.compile("\\s*(?:\\p{IsHan}{1,3}|[^\\s\\p{IsHan}]+)[，。：；、！？”]*|\\s+");

    private Pieces() {}

    /** Joined again, they are {@code text}. */
    static List<String> of(String text) {
        return PIECE.matcher(text).results().map(MatchResult::group).toList();
    }
}
