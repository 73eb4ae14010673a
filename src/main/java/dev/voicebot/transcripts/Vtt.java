package dev.voicebot.transcripts;

/** WebVTT. */
final class Vtt implements CueFormat {
    @Override
    public String head() {
        return "WEBVTT\n\n";
    }

    @Override
    public String cue(Cue cue) {
        return Times.clock(cue.begin(), '.') + " --> " + Times.clock(cue.end(), '.') + "\n" + text(cue) + "\n\n";
    }

    private static String text(Cue cue) {
        return String.join("\n", cue.lines())
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
