package dev.voicebot.engine.openai;

/** A text that grows by halves of characters and is taken in whole ones; a half without its other half is nothing. */
final class WholeCharacters {
    private final StringBuilder text = new StringBuilder();

    void append(char c) {
        boolean halfBefore = endsWithHalf();
        if (halfBefore && !Character.isLowSurrogate(c)) {
            text.setLength(text.length() - 1);
        }
        if (halfBefore || !Character.isLowSurrogate(c)) {
            text.append(c);
        }
    }

    private boolean endsWithHalf() {
        return !text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1));
    }

    /** What is whole, which is no longer here. */
    String take() {
        int end = text.length() - (endsWithHalf() ? 1 : 0);
        String whole = text.substring(0, end);
        text.delete(0, end);
        return whole;
    }
}
