package dev.voicebot.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.reading.ReadingProgress.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingProgressTest {
    private static final int RATE = 22_050;
    private static final List<Step> STEPS = List.of(new Step(1, 100, "00000001"), new Step(1, 250, "00000002"));

    @TempDir
    private Path folder;

    private Path sound;

    @BeforeEach
    void earlierReading() {
        sound = folder.resolve("book.wav");
        try (ReadingProgress earlier = ReadingProgress.start(sound, RATE, List.of())) {
            STEPS.forEach(earlier::add);
        }
    }

    @Test
    void whatWasDoneIsKnownAgain() {
        assertThat(ReadingProgress.done(sound, RATE)).isEqualTo(STEPS);
    }

    @Test
    void aLineThatWasNotFinishedDoesNotCount() throws IOException {
        Path file = ReadingProgress.besides(sound);
        Files.writeString(file, Files.readString(file) + "{\"paragraph\":2,\"sam");

        assertThat(ReadingProgress.done(sound, RATE)).isEqualTo(STEPS);
    }

    @Test
    void aKillWhileTheNextReadingBeginsLosesNothing() throws IOException {
        String before = Files.readString(ReadingProgress.besides(sound));
        List<String> meanwhile = new ArrayList<>();
        List<Step> done = new AbstractList<>() {
            @Override
            public Step get(int index) {
                meanwhile.add(content(ReadingProgress.besides(sound)));
                return STEPS.get(index);
            }

            @Override
            public int size() {
                return STEPS.size();
            }
        };

        try (ReadingProgress next = ReadingProgress.start(sound, RATE, done)) {
            next.add(new Step(2, 40, "00000003"));
        }

        assertThat(meanwhile).isNotEmpty().containsOnly(before);
        assertThat(ReadingProgress.done(sound, RATE)).hasSize(3);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(ReadingProgress.besides(sound));
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
