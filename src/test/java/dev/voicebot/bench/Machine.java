package dev.voicebot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** What a run was made on, without its name. */
final class Machine {
    private Machine() {}

    static List<String> description() {
        return List.of(
                "made on " + LocalDate.now(ZoneOffset.UTC) + " by `scripts/bench`",
                Runtime.getRuntime().availableProcessors() + " cores: " + found("/proc/cpuinfo", "model name"),
                "Java " + System.getProperty("java.version") + ", the launcher's options; " + system());
    }

    private static String system() {
        return System.getProperty("os.name") + " "
                + System.getProperty("os.version").replaceAll("[^0-9.].*", "") + ", " + System.getProperty("os.arch");
    }

    private static String found(String file, String name) {
        try {
            return Files.readString(Path.of(file))
                    .lines()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("of an unknown kind");
        } catch (IOException e) {
            return "of an unknown kind";
        }
    }
}
