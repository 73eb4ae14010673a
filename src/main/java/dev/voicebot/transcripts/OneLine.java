package dev.voicebot.transcripts;

/** Text that fits into a line of a format. */
final class OneLine {
    private OneLine() {}

    /** White space of any kind, line ends and control characters become single spaces. */
    static String of(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}\\u2028\\u2029\\u0085]+", " ").strip();
    }
}
