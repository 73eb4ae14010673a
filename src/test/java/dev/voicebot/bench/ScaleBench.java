package dev.voicebot.bench;

import dev.voicebot.FreshHome;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What commands take that look at everything kept, as it grows: processor time and memory beyond their start. */
final class ScaleBench {
    private static final Pattern MINUTES_AND_SECONDS = Pattern.compile("(\\d+)m([\\d.]+)s");
    private static final int LARGE = 10_000; // is measured once

    /** Runs the rest of its arguments and then tells on stderr what they took. */
    private static final String TIMED = "\"$@\" 2>/dev/null; times >&2";

    private final Path folder;
    private final List<Integer> sizes;
    private final Map<String, Cost> starts = new HashMap<>(); // by command
    private final Map<String, List<String>> rows = new LinkedHashMap<>();

    ScaleBench(Path folder, List<Integer> sizes) {
        this.folder = folder;
        this.sizes = sizes;
    }

    private record Cost(double seconds, long megabytes) {
        Cost beyond(Cost start) {
            return new Cost(Math.max(0, seconds - start.seconds), Math.max(0, megabytes - start.megabytes));
        }

        Cost least(Cost other) {
            return new Cost(Math.min(seconds, other.seconds), Math.min(megabytes, other.megabytes));
        }

        String shown() {
            return String.format(Locale.ROOT, "%.2f s, %d MB", seconds, megabytes);
        }
    }

    void run(Report report) throws Exception {
        Launched.awaitClassData(folder.resolve("empty"));
        for (int size : sizes) {
            Path home = folder.resolve("grown-" + size);
            GrownHome grown = new GrownHome(home);
            grown.grow(size);
            measure(home, grown, size >= LARGE ? 1 : 3);
        }
        report.table(
                "beyond the start: CPU time, peak memory",
                sizes.stream()
                        .map(size -> String.format(Locale.ROOT, "%,d", size))
                        .toList(),
                rows);
    }

    private void measure(Path home, GrownHome grown, int times) throws Exception {
        TimeUnit.SECONDS.sleep(3); // the files come to rest, and with them the index
        add("`sessions list`, the first time", beyondStart(home, 1, "sessions", "list"));
        add("`sessions list`", beyondStart(home, times, "sessions", "list"));
        search("a word of 20 turns", GrownHome.RARE, home, grown, times);
        search("a word of no turn", "quaternion", home, grown, times);
        search("a word of four turns in five", GrownHome.FREQUENT, home, grown, times);
        add("`usage --days 3650`", beyondStart(home, times, "usage", "--days", "3650"));
        add("`replay --list`, the first time", beyondStart(home, 1, "replay", "--list"));
        grown.record();
        add("`replay --list`, right after a recording", beyondStart(home, 1, "replay", "--list"));
        add("completion of a conversation", beyondStart(home, times, "complete", "sessions", "2026"));
        add("completion of a recording", beyondStart(home, times, "complete", "recordings", "2026"));
        chat(home);
    }

    private void search(String what, String word, Path home, GrownHome grown, int times) throws Exception {
        add("`sessions search`, " + what, beyondStart(home, times, "sessions", "search", word));
        add(
                "`grep -r`, " + what,
                cost(home, times, "grep", "-r", word, grown.sessions().toString()));
    }

    private void add(String what, Cost cost) {
        rows.computeIfAbsent(what, key -> new ArrayList<>()).add(cost.shown());
        System.err.println(what + ": " + cost.shown());
    }

    /** Without what the same command takes where nothing is kept. */
    private Cost beyondStart(Path home, int times, String... arguments) throws Exception {
        String command = arguments[0] + " " + arguments[1];
        Cost start = starts.get(command);
        if (start == null) {
            start = cost(folder.resolve("empty"), 3, launched(arguments));
            starts.put(command, start);
        }
        return cost(home, times, launched(arguments)).beyond(start);
    }

    private static String[] launched(String... arguments) {
        return IntStream.rangeClosed(0, arguments.length)
                .mapToObj(i -> i == 0 ? FreshHome.launcher().toString() : arguments[i - 1])
                .toArray(String[]::new);
    }

    private Cost cost(Path home, int times, String... command) throws Exception {
        Cost least = cost(home, command);
        for (int i = 1; i < times; i++) {
            least = least.least(cost(home, command));
        }
        return least;
    }

    private Cost cost(Path home, String... command) throws Exception {
        List<String> words = new ArrayList<>(List.of("sh", "-c", TIMED, "sh"));
        words.addAll(Arrays.asList(command));
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().putAll(new Launched(home).environment());
        Process process = builder.directory(home.toFile())
                .redirectInput(new File("/dev/null"))
                .start();
        PeakMemory memory = PeakMemory.watch(process);
        Thread reader = new Thread(() -> drain(process), "drain");
        reader.start();
        double seconds;
        try (BufferedReader times =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            seconds = childSeconds(times.lines().collect(Collectors.joining("\n")));
        }
        reader.join();
        process.waitFor();
        return new Cost(seconds, memory.megabytes());
    }

    private static void drain(Process process) {
        try {
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The second line of {@code times}. */
    private static double childSeconds(String times) {
        Matcher time = MINUTES_AND_SECONDS.matcher(times.substring(times.indexOf('\n') + 1));
        double seconds = 0;
        while (time.find()) {
            seconds += 60 * Integer.parseInt(time.group(1)) + Double.parseDouble(time.group(2));
        }
        return seconds;
    }

    /** In a chat that runs: its menu of conversations, its list, and a search. */
    private void chat(Path home) throws Exception {
        try (TerminalProgram chat = new Launched(home).onTerminal("chat", "--no-speak")) {
            chat.await("›", 0);
            ProcessFigures process = new ProcessFigures(chat.handle());
            typed("`/resume`'s menu", "/resume \t", chat, process);
            chat.type("\u0015");
            typed("`/sessions`", "/sessions\r", chat, process);
            typed("`/search`, a word of 20 turns", "/search " + GrownHome.RARE + "\r", chat, process);
        }
    }

    private void typed(String what, String keys, TerminalProgram chat, ProcessFigures process) throws Exception {
        process.awaitRest();
        double before = process.cpu().toMillis() / 1000.0;
        long memory = process.peakMegabytes();
        int from = chat.written();
        chat.type(keys);
        chat.await("20", from); // with which each conversation's name begins
        process.awaitRest();
        add(what, new Cost(process.cpu().toMillis() / 1000.0 - before, process.peakMegabytes() - memory));
    }
}
