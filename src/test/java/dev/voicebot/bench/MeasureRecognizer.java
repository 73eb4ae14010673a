package dev.voicebot.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voicebot.audio.Recording;
import dev.voicebot.audio.WavInput;
import dev.voicebot.doctor.WordErrors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Lets {@code voicebot listen} hear a folder of recordings whose words are known, and tells how well it did. */
public final class MeasureRecognizer {
    private MeasureRecognizer() {}

    /** The program, a folder with {@code NAME.wav} and {@code NAME.txt}, and options for {@code listen}. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[1]);
        List<String> options = Arrays.asList(args).subList(2, args.length);
        int errors = 0;
        int words = 0;
        double sound = 0;
        double work = 0;
        for (Path wav : recordings(folder)) {
            String said = Files.readString(text(wav));
            long begin = System.nanoTime();
            String recognized = recognize(args[0], wav, options);
            work += (System.nanoTime() - begin) / 1e9;
            sound += seconds(wav);
            WordErrors here = WordErrors.between(said, recognized);
            errors += here.errors();
            words += here.said();
            System.out.printf(Locale.ROOT, "%5.1f %%  %s%n", 100 * here.rate(), wav.getFileName());
            if (here.errors() > 0) {
                System.out.printf("         said        %s%n         recognized  %s%n", said.strip(), recognized);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%5.1f %%  of %d words; %.1f s of sound in %.1f s, with each start of the program%n",
                100.0 * errors / Math.max(1, words),
                words,
                sound,
                work);
    }

    private static List<Path> recordings(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".wav"))
                    .filter(file -> Files.exists(text(file)))
                    .sorted()
                    .toList();
        }
    }

    private static Path text(Path wav) {
        return wav.resolveSibling(wav.getFileName().toString().replaceFirst("\\.wav$", ".txt"));
    }

    private static String recognize(String program, Path wav, List<String> options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program, "listen", "--format", "json"));
        command.addAll(options);
        command.add(wav.toString());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        JsonNode heard = new ObjectMapper()
                .readTree(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        process.waitFor();
        return heard.path("text").asText();
    }

    private static double seconds(Path wav) {
        try (Recording recording = WavInput.of(wav).start()) {
            Duration length = Duration.ZERO;
            for (var frame = recording.next(); frame.isPresent(); frame = recording.next()) {
                length = length.plusNanos(frame.get().samples().length * 1_000_000_000L / recording.sampleRate());
            }
            return length.toMillis() / 1000.0;
        }
    }
}
