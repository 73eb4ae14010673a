package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.reading.Passage;
import dev.voicebot.reading.SoundSink;
import dev.voicebot.terminal.LiveLine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far a long text has been read, and how much longer it will take, as one line on a terminal. */
final class ReadingProgressBar implements SoundSink {
    private final LiveLine line;
    private final Clock clock;
    private final Instant begin;
    private final long characters;
    private Duration sound = Duration.ZERO;
    private long first = -1; // characters that need not be read, because an earlier reading did

    ReadingProgressBar(LiveLine line, Clock clock, long characters) {
        this.line = line;
        this.clock = clock;
        this.begin = clock.instant();
        this.characters = characters;
    }

    @Override
    public void write(PcmFrame frame) {}

    @Override
    public void end(Passage passage, Duration length) {
        sound = sound.plus(length);
        line.show(text(passage));
        if (first < 0) {
            first = passage.sourceEnd() - passage.text().length();
        }
    }

    @Override
    public void close() {
        line.clear();
    }

    private String text(Passage passage) {
        double part = Math.min(1, (double) passage.sourceEnd() / Math.max(1, characters));
        Duration spent = Duration.between(begin, clock.instant());
        return Stream.of(
                        ProgressBar.of(part),
                        String.format(Locale.ROOT, "%.0f %%", 100 * part),
                        ProgressBar.time(sound),
                        ProgressBar.speed(sound, spent),
                        left(passage, spent))
                .filter(piece -> !piece.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String left(Passage passage, Duration spent) {
        long read = passage.sourceEnd() - Math.max(0, first);
        long unread = characters - passage.sourceEnd();
        if (read <= 0 || unread <= 0) {
            return "";
        }
        Duration left = Duration.ofMillis((long) ((double) spent.toMillis() * unread / read));
        return tr("%s left", ProgressBar.time(left));
    }
}
