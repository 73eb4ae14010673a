package dev.voicebot.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The packaged program: how long it takes to start, with and without its archive of classes, and to idle. */
final class StartBench {
    private static final String QUESTION = "How do I learn a language?";

    private final Path folder;
    private final int starts;
    private final Duration idle;

    StartBench(Path folder, int starts, Duration idle) {
        this.folder = folder;
        this.starts = starts;
        this.idle = idle;
    }

    void run(Report report) throws Exception {
        Launched.awaitClassData(folder.resolve("start"));
        try (Services services = Services.start(Profile.TYPICAL, 1)) {
            for (boolean archive : List.of(true, false)) {
                String how = archive ? "with the class-data archive" : "without it";
                Launched program = new Launched(folder.resolve("start")).with(services.port(0));
                measure(report, services, archive ? program : program.withoutClassData(), how);
            }
            idle(report, new Launched(folder.resolve("start")).with(services.port(0)));
        }
    }

    private void measure(Report report, Services services, Launched program, String how) throws Exception {
        Figures version = new Figures();
        Figures prompt = new Figures();
        Figures request = new Figures();
        for (int i = 0; i < starts; i++) {
            long begin = System.nanoTime();
            if (program.start("--version").waitFor() != 0) {
                report.fault("--version failed");
            }
            version.addNanos(System.nanoTime() - begin);
            try (TerminalProgram chat = program.onTerminal("chat")) {
                TerminalProgram.Written written = chat.await("›", 0);
                prompt.addNanos(written.nanos() - chat.begin());
                TimeUnit.SECONDS.sleep(1); // the user takes a second or longer
                services.forget(0);
                chat.type(QUESTION);
                TimeUnit.MILLISECONDS.sleep(300); // it stands there, piece by piece between the redraws
                long enter = System.nanoTime();
                chat.type("\r");
                services.since(0, enter, seen -> seen.stream().anyMatch(event -> event.is("chat.request"))).stream()
                        .filter(event -> event.is("chat.request"))
                        .findFirst()
                        .ifPresentOrElse(
                                event -> request.addNanos(event.nanos() - enter),
                                () -> report.fault("the first question never arrived"));
            }
        }
        report.time("start → `--version` is over, " + how, version);
        report.time("start → prompt on a terminal, " + how, prompt);
        report.time("Enter → request at the service, the first question of a process, " + how, request);
    }

    private void idle(Report report, Launched program) throws Exception {
        try (TerminalProgram chat = program.onTerminal("chat")) {
            chat.await("›", 0);
            TimeUnit.SECONDS.sleep(5); // until all is warm
            ProcessFigures process = new ProcessFigures(chat.handle());
            Duration before = process.cpu();
            long begin = System.nanoTime();
            TimeUnit.NANOSECONDS.sleep(idle.toNanos());
            double share = 100.0 * process.cpu().minus(before).toNanos() / (System.nanoTime() - begin);
            report.other(
                    "an idle chat, over " + idle.toSeconds() + " s",
                    String.format(
                            Locale.ROOT, "%.2f %% of a core, %d MB resident", share, process.residentMegabytes()));
        }
    }
}
