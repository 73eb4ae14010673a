package dev.voicebot.cli;

import dev.voicebot.outcome.FaultKind;

/** What the process tells its caller; README and every {@code --help} list the same table. */
enum ExitCode {
    DONE(0),
    FAILED(1),
    USAGE(2),
    SETTINGS(3),
    CREDENTIALS(4),
    SERVICE(5),
    AUDIO_DEVICE(6),
    NOTHING_HEARD(7),
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static ExitCode of(FaultKind kind) {
        return switch (kind) {
            case FAILED -> FAILED;
            case USAGE -> USAGE;
            case SETTINGS -> SETTINGS;
            case CREDENTIALS -> CREDENTIALS;
            case SERVICE -> SERVICE;
            case AUDIO_DEVICE -> AUDIO_DEVICE;
            case NOTHING_HEARD -> NOTHING_HEARD;
            case INTERRUPTED -> INTERRUPTED;
        };
    }
}
