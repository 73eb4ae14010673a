package dev.voicebot.bench;

import dev.voicebot.sound.VirtualSoundCard;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The packaged program in a conversation of minutes, on a sound card: what it takes of the machine. */
final class LongBench {
    private static final Duration LISTENS = Duration.ofSeconds(14); // of a reply; then the next question comes

    private LongBench() {}

    static void measure(Path folder, Duration length, Report report) throws Exception {
        try (VirtualSoundCard card = VirtualSoundCard.start(folder.resolve("long-card"));
                Services services = Services.start(Profile.TYPICAL, 1)) {
            Launched program = new Launched(folder.resolve("long"))
                    .with(card.environment())
                    .with(services.port(0));
            try (TerminalProgram chat = program.onTerminal("chat")) {
                chat.await("›", 0);
                long end = System.nanoTime() + length.toNanos();
                int turns = 0;
                while (System.nanoTime() < end) {
                    int from = chat.written();
                    chat.type("question " + ++turns + "\r");
                    chat.await("There are many good ways", from);
                    TimeUnit.NANOSECONDS.sleep(Math.min(LISTENS.toNanos(), Math.max(0, end - System.nanoTime())));
                }
                ProcessFigures process = new ProcessFigures(chat.handle());
                report.other(
                        "a conversation of " + length.toMinutes() + " minutes, " + turns + " turns, speech heard",
                        String.format(
                                Locale.ROOT,
                                "%.1f s of CPU, %d MB resident at most",
                                process.cpu().toMillis() / 1000.0,
                                process.peakMegabytes()));
            }
        }
    }
}
