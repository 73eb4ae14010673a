package dev.voicebot.transcripts;

/** How subtitles are written down; cues come in the order of their times. */
interface CueFormat {
    /** What stands before the first cue. */
    String head();

    /** The next cue, with the empty line after it. */
    String cue(Cue cue);
}
