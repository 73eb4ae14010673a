package dev.voicebot.usage;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.files.PrivateFiles;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.FileFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What was counted, a file a day: {@code yyyy-MM-dd.jsonl}. A line is added at once and whole, so several processes may
 * write one file. Any thread. Holds numbers and the names of services, never what was said.
 */
public final class UsageFolder {
    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.jsonl");

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
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(PrivateFiles.input(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                sum = sum.plus(UsageLine.read(line));
            }
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot read %s", file), e);
        }
        return sum;
    }

    /** The last {@code count} days, today first, without those where nothing was counted. */
    public List<Day> last(int count) {
        List<Day> days = new ArrayList<>();
        LocalDate today = today();
        for (LocalDate date : countedDays()) {
            long back = ChronoUnit.DAYS.between(date, today);
            Usage usage = back >= 0 && back < count ? of(date) : Usage.NONE;
            if (!usage.equals(Usage.NONE)) {
                days.add(new Day(date, usage));
            }
        }
        return days;
    }

    /** Those with a file, the last one first. */
    private List<LocalDate> countedDays() {
        if (Files.notExists(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> DAY.matcher(String.valueOf(file.getFileName())))
                    .filter(Matcher::matches)
                    .flatMap(name -> date(name.group(1)).stream())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot list %s", directory), e);
        }
    }

    private static Optional<LocalDate> date(String name) {
        try {
            return Optional.of(LocalDate.parse(name));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
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
            throw FileFault.of(FaultKind.FAILED, tr("Usage is not recorded: cannot write %s", file), e);
        }
    }

    private Path file(LocalDate day) {
        return directory.resolve(day + ".jsonl");
    }
}
