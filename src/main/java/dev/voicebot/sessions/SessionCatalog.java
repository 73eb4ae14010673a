package dev.voicebot.sessions;

import dev.voicebot.sessions.SessionIndex.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which conversations there are. What was read of a file is kept in an index, and used as long as the file has
 * the same size, time and place on the disk. Any thread.
 */
final class SessionCatalog {
    private static final Logger LOG = LoggerFactory.getLogger(SessionCatalog.class);
    /** Reading so much costs no more than writing an index. */
    private static final long LITTLE = 1 << 20;

    /** To open and close a file takes as long as reading so much of it. */
    private static final long PER_FILE = 1 << 14;

    private final SessionIndex index;
    private final Clock clock;

    SessionCatalog(Path directory, Clock clock) {
        this.index = new SessionIndex(directory);
        this.clock = clock;
    }

    /** Those of {@code files} that hold a turn, the last used first. */
    List<SessionSummary> list(List<Path> files) {
        Map<String, Row> known = index.read();
        List<Found> found = files.parallelStream()
                .flatMap(file -> found(file, known).stream())
                .toList();
        remember(known, found);
        return found.stream()
                .map(each -> each.row().summary())
                .filter(session -> session.turns() > 0)
                .sorted(SessionCatalog::lastUsedFirst)
                .toList();
    }

    private static int lastUsedFirst(SessionSummary one, SessionSummary other) {
        int order = other.used().compareTo(one.used());
        return order == 0 ? other.id().compareTo(one.id()) : order;
    }

    /** Drops what it knows of conversations that are not among {@code ids}. */
    void forgetOthers(Collection<String> ids) {
        Map<String, Row> known = new HashMap<>(index.read());
        if (known.keySet().retainAll(ids)) {
            index.write(known.values());
        }
    }

    /** @param read how many bytes had to be read for it; 0 where the index knew it */
    private record Found(Row row, long read, boolean isSettled) {}

    private Optional<Found> found(Path file, Map<String, Row> known) {
        try {
            Instant now = clock.instant();
            SessionStamp stamp = SessionStamp.of(file);
            Row row = known.get(SessionFolder.idOf(file));
            if (row != null && row.stamp().equals(stamp)) {
                return Optional.of(new Found(row, 0, true));
            }
            RawSession session = RawSession.read(file);
            return Optional.of(new Found(
                    new Row(stamp, SessionReader.summarize(file, session)),
                    PER_FILE + session.bytes().length,
                    stamp.isSettled(now)));
        } catch (IOException e) {
            LOG.warn("{} is left out", file, e);
            return Optional.empty();
        }
    }

    /** Writes down what took long to read, and never leaves words that are no longer in their file. */
    private void remember(Map<String, Row> known, List<Found> found) {
        List<Row> settled =
                found.stream().filter(Found::isSettled).map(Found::row).toList();
        long learned =
                found.stream().filter(Found::isSettled).mapToLong(Found::read).sum();
        long stillTrue = found.stream().filter(each -> each.read() == 0).count();
        long changing = found.stream()
                .filter(each -> !each.isSettled()
                        && known.containsKey(each.row().summary().id()))
                .count();
        if (learned > LITTLE || stillTrue + changing < known.size()) {
            index.write(settled);
        }
    }
}
