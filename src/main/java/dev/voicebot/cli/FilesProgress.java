package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;
import static dev.voicebot.text.Messages.trn;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.terminal.LiveLine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far several files are, as one line on a terminal. Any thread. */
final class FilesProgress {
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final LiveLine line;
    private final Clock clock;
    private final Instant begin;
    private final List<Optional<Duration>> lengths;

    @GuardedBy("this")
    private final Duration[] heard;

    @GuardedBy("this")
    private int done;

    @GuardedBy("this")
    private Instant shown = Instant.MIN;

    /** {@code lengths} are of the files, in order, where they are known. */
    FilesProgress(LiveLine line, Clock clock, List<Optional<Duration>> lengths) {
        this.line = line;
        this.clock = clock;
        this.begin = clock.instant();
        this.lengths = List.copyOf(lengths);
        this.heard = new Duration[lengths.size()];
        Arrays.fill(heard, Duration.ZERO);
    }

    synchronized void heard(int file, Duration length) {
        heard[file] = length;
        Instant now = clock.instant();
        if (shown.equals(Instant.MIN) || Duration.between(shown, now).compareTo(BETWEEN) >= 0) {
            shown = now;
            line.show(text());
        }
    }

    synchronized void done() {
        done++;
        line.show(text());
    }

    /** What the line says. */
    synchronized String text() {
        Duration sound = Arrays.stream(heard).reduce(Duration.ZERO, Duration::plus);
        Optional<Duration> whole = whole();
        Duration spent = Duration.between(begin, clock.instant());
        return Stream.of(
                        whole.map(all -> ProgressBar.of((double) sound.toMillis() / Math.max(1, all.toMillis())))
                                .orElse(""),
                        trn("%d of %d file", "%d of %d files", heard.length, done, heard.length),
                        whole.map(all -> tr("%s of %s", ProgressBar.time(sound), ProgressBar.time(all)))
                                .orElseGet(() -> ProgressBar.time(sound)),
                        ProgressBar.speed(sound, spent))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private Optional<Duration> whole() {
        return lengths.stream().allMatch(Optional::isPresent)
                ? Optional.of(lengths.stream().flatMap(Optional::stream).reduce(Duration.ZERO, Duration::plus))
                : Optional.empty();
    }
}
