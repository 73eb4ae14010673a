package dev.voicebot.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The packaged program through hundreds of turns, each answered, shown, synthesised, saved and kept in the session: what
 * it holds after a tenth of them and at the end.
 */
final class GrowthBench {
    private static final Pattern GENERATION = Pattern.compile("total \\d+K, used (\\d+)K \\[");
    private static final int A_FEW = 2; // come and go
    private static final long HEAP_LIMIT = 5_000; // kB

    private final Path folder;
    private final int turns;
    private final Report report;

    GrowthBench(Path folder, int turns, Report report) {
        this.folder = folder;
        this.turns = turns;
        this.report = report;
    }

    void run() throws Exception {
        int early = Math.max(20, turns / 10); // the pools of threads have filled by then
        try (Services services = Services.start(Profile.AT_ONCE, 1)) {
            Launched program = new Launched(folder.resolve("growth"))
                    .with(services.port(0))
                    .with(Map.of("VOICEBOT_CHAT_ENTER_DURING_REPLY", "queue"));
            try (TerminalProgram chat = program.onTerminal("chat")) {
                chat.await("›", 0);
                turns(chat, 1, early);
                Held first = held(chat);
                turns(chat, early + 1, turns);
                Held late = held(chat);
                report.other("after " + early + " and after " + turns + " turns", first.shown() + "; " + late.shown());
                if (late.threads > first.threads + A_FEW
                        || late.sockets > first.sockets + A_FEW
                        || late.files > first.files + A_FEW) {
                    report.fault("threads, sockets or files grow: " + first.shown() + "; " + late.shown());
                }
                if (late.heap > first.heap + HEAP_LIMIT) {
                    report.fault("the heap grows: " + first.shown() + "; " + late.shown());
                }
            }
        }
    }

    private static void turns(TerminalProgram chat, int from, int to) throws Exception {
        List<String> tokens = Profile.AT_ONCE.language().tokens(Profile.AT_ONCE.tokens());
        String end = tokens.get(tokens.size() - 1); // occurs once
        for (int turn = from; turn <= to; turn++) {
            int before = chat.written();
            chat.type("question " + turn + "\r");
            chat.await(end, before);
        }
    }

    /** Once all has come to rest. */
    private static Held held(TerminalProgram chat) throws Exception {
        ProcessFigures process = new ProcessFigures(chat.handle());
        jcmd(process, "GC.run");
        Held before = held(process);
        for (int second = 0; second < 40; second++) {
            TimeUnit.SECONDS.sleep(1);
            Held now = held(process);
            if (second > 2 && now.threads == before.threads && now.files == before.files) {
                break;
            }
            before = now;
        }
        jcmd(process, "GC.run");
        return held(process);
    }

    private static Held held(ProcessFigures process) throws Exception {
        long heap = GENERATION
                .matcher(jcmd(process, "GC.heap_info"))
                .results()
                .mapToLong(match -> Long.parseLong(match.group(1)))
                .sum();
        return new Held(process.threads(), process.sockets(), process.openFiles(), heap);
    }

    private static String jcmd(ProcessFigures process, String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        String output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IOException(output);
        }
        return output;
    }

    private record Held(long threads, long sockets, long files, long heap) {
        String shown() {
            return threads + " threads, " + sockets + " sockets, " + files + " open files, " + heap / 1000
                    + " MB of heap";
        }
    }
}
