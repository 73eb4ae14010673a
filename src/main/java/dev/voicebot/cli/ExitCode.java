package dev.voicebot.cli;

import dev.voicebot.outcome.FaultKind;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the process tells its caller; README and every {@code --help} list the same table. */
enum ExitCode {
    DONE(0, "done"),
    FAILED(1, "failed, or nothing found"),
    USAGE(2, "invalid usage"),
    SETTINGS(3, "invalid settings"),
    CREDENTIALS(4, "key missing, rejected or out of credit"),
    SERVICE(5, "network or service failed"),
    AUDIO_DEVICE(6, "no microphone or speaker"),
    NOTHING_HEARD(7, "nothing heard"),
    INTERRUPTED(130, "interrupted"),
    /** What a shell tells of programs that end by SIGPIPE. */
    READER_LEFT(141, "output pipe closed");

    /** How a search ends that found nothing, which is no fault: as {@code grep} does. */
    static final ExitCode NOTHING_FOUND = FAILED;

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /** For every command's help: each number and what it means. */
    static Map<String, String> list() {
        Map<String, String> list = new LinkedHashMap<>();
        for (ExitCode code : values()) {
            list.put(String.valueOf(code.number), code.meaning);
        }
        return list;
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
