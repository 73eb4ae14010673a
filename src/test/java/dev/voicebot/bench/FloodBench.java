package dev.voicebot.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The packaged program on a terminal, and a model that writes thousands of tokens at full speed. */
final class FloodBench {
    private static final int TIMES = 5;

    private FloodBench() {}

    static void measure(Path folder, Report report) throws Exception {
        int tokens = Profile.FLOOD.tokens();
        Figures cpu = new Figures();
        Figures written = new Figures();
        try (Services services = Services.start(Profile.FLOOD, 1)) {
            Launched program = new Launched(folder.resolve("flood"))
                    .with(services.port(0))
                    .with(Map.of("VOICEBOT_SYNTHESIS_ENABLED", "false"));
            try (TerminalProgram chat = program.onTerminal("chat")) {
                chat.await("›", 0);
                ProcessFigures process = new ProcessFigures(chat.handle());
                process.awaitRest();
                for (int i = 0; i < TIMES; i++) {
                    Duration before = process.cpu();
                    int from = chat.written();
                    long enter = System.nanoTime();
                    chat.type("write\r");
                    chat.awaitQuiet(from + tokens);
                    written.addNanos(chat.lastWritten() - enter);
                    cpu.add(process.cpu().minus(before));
                }
            }
        }
        report.time(tokens + " tokens at full speed, a reply: CPU", cpu);
        report.time(tokens + " tokens at full speed, a reply: Enter → the last of it on the screen", written);
    }
}
