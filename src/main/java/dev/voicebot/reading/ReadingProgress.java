package dev.voicebot.reading;

import static dev.voicebot.text.Messages.tr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voicebot.files.PrivateFiles;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.FileFault;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * How far a reading into a file has come, kept beside that file until it is whole: a line a passage, appended once its
 * sound is saved. Whatever ends the process, the lines that are there are true.
 */
public final class ReadingProgress implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Writer lines;

    /**
     * A passage that is saved.
     *
     * @param paragraph the number of its paragraph
     * @param samples how long the sound is with it, in its own file
     * @param check of its text
     */
    record Step(int paragraph, long samples, String check) {
        static Step of(Passage passage, long samples) {
            CRC32 check = new CRC32();
            check.update(passage.text().getBytes(StandardCharsets.UTF_8));
            return new Step(passage.paragraph(), samples, String.format(Locale.ROOT, "%08x", check.getValue()));
        }

        boolean isOf(Passage passage) {
            return of(passage, samples).equals(this);
        }
    }

    private ReadingProgress(Path file, Writer lines) {
        this.file = file;
        this.lines = lines;
    }

    /** Where the progress of a reading into {@code sound} is kept. */
    public static Path besides(Path sound) {
        return sound.resolveSibling(sound.getFileName() + ".progress");
    }

    /** Whether a reading into {@code sound} that ended too early had saved something. */
    static boolean hasSteps(Path sound) {
        try {
            return new String(PrivateFiles.read(besides(sound)), StandardCharsets.UTF_8)
                            .lines()
                            .count()
                    > 1;
        } catch (IOException e) {
            return false;
        }
    }

    /** What a reading into {@code sound} had done when it ended; nothing when there is no such reading. */
    static List<Step> done(Path sound, int sampleRate) {
        Path file = besides(sound);
        List<Step> steps = new ArrayList<>();
        if (Files.notExists(file)) {
            return steps;
        }
        try {
            List<String> lines = new String(PrivateFiles.read(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            checkRate(lines, sampleRate, file);
            for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
                JsonNode step = JSON.readTree(line);
                steps.add(new Step(
                        step.path("paragraph").asInt(),
                        step.path("samples").asLong(),
                        step.path("check").asText()));
            }
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            return steps; // the process died while it wrote this line
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot read %s", file), e);
        }
        return steps;
    }

    /** Begins to keep the progress of a reading into {@code sound}, after these steps. */
    static ReadingProgress start(Path sound, int sampleRate, List<Step> done) {
        Path file = besides(sound);
        Path unfinished = file.resolveSibling(file.getFileName() + ".new"); // a kill must not lose what was done
        try {
            Files.deleteIfExists(unfinished);
            try (ReadingProgress progress = new ReadingProgress(unfinished, PrivateFiles.appender(unfinished))) {
                progress.append("{\"rate\":" + sampleRate + "}");
                done.forEach(progress::add);
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            return new ReadingProgress(file, PrivateFiles.appender(file));
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot write %s", sound), e);
        }
    }

    void add(Step step) {
        append("{\"paragraph\":" + step.paragraph() + ",\"samples\":" + step.samples() + ",\"check\":\"" + step.check()
                + "\"}");
    }

    /** The reading is whole: nothing is left to go on with. */
    void delete() {
        close();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot remove %s", file), e);
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot write %s", file), e);
        }
    }

    private void append(String line) {
        try {
            lines.write(line + "\n");
            lines.flush();
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot write %s", file), e);
        }
    }

    private static void checkRate(List<String> lines, int sampleRate, Path file) throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        int rate = JSON.readTree(lines.get(0)).path("rate").asInt();
        if (rate != sampleRate) {
            throw new AssistantException(
                    FaultKind.USAGE,
                    tr(
                            "Cannot resume: %s has %s Hz, but this voice has %s Hz. Use the same engine, or start over"
                                    + " without --resume.",
                            file, rate, sampleRate));
        }
    }
}
