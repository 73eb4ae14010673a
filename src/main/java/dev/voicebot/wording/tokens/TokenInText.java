package dev.voicebot.wording.tokens;

import org.jspecify.annotations.Nullable;

/**
 * A token and where it is written; or, without one, a character that stays as it is.
 *
 * @param plain the character in its plain form, where there is no token
 */
public record TokenInText(@Nullable Token token, char plain, int start, int end) {
    static TokenInText plain(char c, int start, int end) {
        return new TokenInText(null, plain(c), start, end);
    }

    private static char plain(char c) {
        return c == '\u2009' ? ' ' : c >= '₀' && c <= '₉' ? (char) (c - '₀' + '0') : c;
    }
}
