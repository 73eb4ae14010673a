package dev.voicebot.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One spoken turn in a virtual machine of its own, a second after its warming up began; prints when it had the last
 * word, and the first sound.
 */
final class FirstTurn {
    private FirstTurn() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path folder = Path.of(arguments[1]);
        SpokenQuestion question = SpokenQuestion.of(Profile.TYPICAL.language(), TurnBench.CAPTURE_RATE, folder);
        try (Way way = new VoicebotWay(question, Integer.parseInt(arguments[0]), folder, Map.of())) {
            TimeUnit.SECONDS.sleep(1);
            Marks marks = way.turn();
            out.println(marks.begin() + " " + marks.lastWord() + " " + marks.transcript() + " " + marks.firstToken()
                    + " " + marks.firstAudio());
        }
        System.exit(0);
    }

    static void measure(Path folder, int turns, Report report) throws Exception {
        TurnRow row = new TurnRow();
        Launched.awaitClassData(folder.resolve("first"));
        try (Services services = Services.start(Profile.TYPICAL, 1)) {
            for (int i = 0; i < turns; i++) {
                services.forget(0);
                Marks marks = run(services.port(0), folder);
                List<ServiceEvent> seen = services.since(
                        0, marks.begin(), events -> Floor.of(events, 0).isPresent());
                Floor.of(seen, 0)
                        .ifPresentOrElse(
                                floor -> row.add(marks, floor),
                                () -> row.fault("the services saw no whole first turn"));
            }
        }
        report.turns("typical, the first turn of a process", Map.of(TurnBench.VOICEBOT, row));
    }

    private static Marks run(int port, Path folder) throws IOException {
        Process process = ChildJvm.startFromClassData(FirstTurn.class, Integer.toString(port), folder.toString());
        String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        String[] words = line.split(" ");
        if (words.length != 5) {
            throw new IOException("the first turn failed: " + line);
        }
        long[] times = Arrays.stream(words).mapToLong(Long::parseLong).toArray();
        return new Marks(times[0], times[1], times[2], times[3], times[4], "", "", 0);
    }
}
