package dev.voicebot.outcome;

/** What kind of fault ended the work; only the program's edge maps it to an exit code. */
public enum FaultKind {
    /** A bug or something nobody foresaw. */
    FAILED,
    /** The user asked for something that makes no sense. */
    USAGE,
    /** A settings file, variable or value is wrong. */
    SETTINGS,
    /** A key is missing, refused or has no credit. */
    CREDENTIALS,
    /** The network or a service failed. */
    SERVICE,
    /** A microphone or a speaker is missing or died. */
    AUDIO_DEVICE,
    /** Nobody said anything. */
    NOTHING_HEARD,
    /** The user interrupted. */
    INTERRUPTED;

    /** Whether a service refused what it was asked, and so bills nothing for it. */
    public boolean isRefusal() {
        return this == SETTINGS || this == CREDENTIALS;
    }
}
