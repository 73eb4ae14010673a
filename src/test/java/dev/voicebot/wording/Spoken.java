package dev.voicebot.wording;

/** What the words for a text are. */
final class Spoken {
    private Spoken() {}

    static String of(String written) {
        Wording wording = new Wording();
        StringBuilder out = new StringBuilder();
        written.chars().forEach(c -> wording.take((char) c, out));
        wording.finish(out);
        return out.toString();
    }
}
