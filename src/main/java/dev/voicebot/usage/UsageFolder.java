package dev.voicebot.usage;

import dev.voicebot.files.PrivateFiles;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.FileFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What was counted, a file a day: {@code yyyy-MM-dd.jsonl}. A line is added at once and whole, so several processes may
 * write one file. Any thread. Holds numbers and the names of services, never what was said.
 */
public final class UsageFolder {
    private final Path directory;
    private final Clock clock;

    /** The folder is made with the first entry; a day is one of {@code clock}'s zone. */
    public UsageFolder(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** A day and what was counted in it. */
    public record Day(LocalDate date, Usage usage) {}

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** What all chats, talks and texts of that day came to; what cannot be read counts as nothing. */
    public Usage of(LocalDate day) {
        Path file = file(day);
        if (Files.notExists(file)) {
            return Usage.NONE;
        }
        Usage sum = Usage.NONE;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                sum = sum.plus(UsageLine.read(line));
            }
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, "cannot read " + file, e);
        }
        return sum;
    }

    /** The last {@code count} days, today first, without those where nothing was counted. */
    public List<Day> last(int count) {
        List<Day> days = new ArrayList<>();
        for (int back = 0; back < count; back++) {
            LocalDate date = today().minusDays(back);
            Usage usage = of(date);
            if (!usage.equals(Usage.NONE)) {
                days.add(new Day(date, usage));
            }
        }
        return days;
    }

    /** Adds an entry of now; {@code service} is who counted. */
    void add(String service, Usage usage, String currency) {
        Path file = file(today());
        String line = UsageLine.of(OffsetDateTime.now(clock), service, usage, currency);
        try {
            PrivateFiles.folder(directory);
            try (FileChannel channel =
                    PrivateFiles.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
                // one call: appended as a whole
                channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, "the usage is not kept: cannot write " + file, e);
        }
    }

    private Path file(LocalDate day) {
        return directory.resolve(day + ".jsonl");
    }
}
