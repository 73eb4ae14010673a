package dev.voicebot.soak;

import dev.voicebot.bench.ProcessFigures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the process that chatted longest used of the machine, over time. Empty where the system tells nothing. */
final class Figures {
    private static final int EVERY = 5; // questions
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private List<Row> longest = List.of();
    private List<Row> rows = new ArrayList<>();
    private long pid;

    private record Row(int question, long threads, long sockets, long handles, long resident, long heap) {}

    /** After a reply. */
    void look(Process process, int question) throws IOException, InterruptedException {
        if (process.pid() != pid) {
            pid = process.pid();
            rows = new ArrayList<>();
        }
        if (question % EVERY == 0 && Path.of("/proc/self/fd").toFile().exists()) {
            ProcessFigures now = new ProcessFigures(process.toHandle());
            rows.add(new Row(
                    question, now.threads(), now.sockets(), now.openFiles(), now.residentMegabytes(), heap(process)));
            longest = rows.size() > longest.size() ? rows : longest;
        }
    }

    private static long heap(Process process) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        "GC.heap_info")
                .redirectErrorStream(true)
                .start();
        String out = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        long kilobytes = 0;
        Matcher used = USED.matcher(out.split("Metaspace", 2)[0]);
        while (used.find()) {
            kilobytes += Long.parseLong(used.group(1));
        }
        return kilobytes / 1024;
    }

    /** Whether threads, sockets and handles at the end are within a few of those near the beginning. */
    boolean areSteady() {
        if (longest.size() < 4) {
            return true;
        }
        Row early = longest.get(1); // the first turn opens what stays open
        Row late = longest.get(longest.size() - 1);
        return late.threads() <= early.threads() + 8
                && late.sockets() <= early.sockets() + 8
                && late.handles() <= early.handles() + 16;
    }

    /** A table in Markdown: the beginning, the end, and some between. */
    String table() {
        StringBuilder table = new StringBuilder(
                "| at question | threads | sockets | handles | resident MB | heap MB |\n|---|---|---|---|---|---|\n");
        int step = Math.max(1, longest.size() / 8);
        for (int i = 0; i < longest.size(); i++) {
            if (i % step == 0 || i == longest.size() - 1) {
                Row row = longest.get(i);
                table.append(String.format(
                        Locale.ROOT,
                        "| %d | %d | %d | %d | %d | %d |%n",
                        row.question(),
                        row.threads(),
                        row.sockets(),
                        row.handles(),
                        row.resident(),
                        row.heap()));
            }
        }
        return table.toString();
    }
}
