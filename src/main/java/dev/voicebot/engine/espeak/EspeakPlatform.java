package dev.voicebot.engine.espeak;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.util.Locale;

/** Where the class path keeps the shared library for one kind of computer. */
record EspeakPlatform(String folder, String libraryFile) {
    /** Of the computer this runs on. */
    static EspeakPlatform current() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    /**
     * Of the values of the system properties {@code os.name} and {@code os.arch}.
     *
     * @throws AssistantException FAILED when there is no library for it
     */
    static EspeakPlatform of(String system, String processor) {
        String folder = systemPart(system.toLowerCase(Locale.ROOT)) + "-" + processorPart(processor);
        return switch (folder) {
            case "debian-amd64", "debian-arm64", "debian-armv7l" -> new EspeakPlatform(folder, "libespeak-ng.so.1");
            case "macos-amd64", "macos-arm64" -> new EspeakPlatform(folder, "libespeak-ng.1.dylib");
            case "win-amd64" -> new EspeakPlatform(folder, "espeak-ng.dll");
            default ->
                throw new AssistantException(
                        FaultKind.FAILED,
                        tr(
                                "The built-in voice does not run on %s %s. Set DASHSCOPE_API_KEY to speak through"
                                        + " DashScope, or synthesis.enabled = false.",
                                system, processor));
        };
    }

    private static String systemPart(String system) {
        if (system.startsWith("linux")) {
            return "debian";
        }
        if (system.startsWith("mac")) {
            return "macos";
        }
        return system.startsWith("windows") ? "win" : "unknown";
    }

    private static String processorPart(String processor) {
        return switch (processor) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64", "arm64" -> "arm64";
            case "arm" -> "armv7l";
            default -> "unknown";
        };
    }
}
