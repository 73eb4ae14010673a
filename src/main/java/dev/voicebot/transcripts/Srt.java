package dev.voicebot.transcripts;

/** SubRip: numbered cues. */
final class Srt implements CueFormat {
    private int number;

    @Override
    public String head() {
        return "";
    }

    @Override
    public String cue(Cue cue) {
        number++;
        return number + "\n" + Times.clock(cue.begin(), ',') + " --> " + Times.clock(cue.end(), ',') + "\n" + text(cue)
                + "\n\n";
    }

    /** The format has no way to escape its arrow. */
    private static String text(Cue cue) {
        return String.join("\n", cue.lines()).replace("-->", "→");
    }
}
