package dev.voicebot.sessions;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.files.PrivateFiles;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.FileFault;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of kept conversations, a file each: {@code yyyyMMdd-HHmm-xxx.jsonl}. Several processes may use one folder.
 * Any thread. Methods throw {@link AssistantException} FAILED when a file cannot be read or written.
 */
public final class SessionFolder {
    private static final Logger LOG = LoggerFactory.getLogger(SessionFolder.class);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuuMMdd-HHmm", Locale.ROOT);
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"; // none that look like another
    private static final String SHAPE = "00000000-0000-aaa"; // 0 is a digit, a a digit or letter
    private static final String SUFFIX = ".jsonl";
    private static final int MOST_CANDIDATES = 8;
    private static final int SEARCHED_AT_ONCE = 256;

    private final Path directory;
    private final Clock clock;
    private final RandomGenerator random;
    private final SessionCatalog catalog;

    /** The folder is made with the first session. */
    public SessionFolder(Path directory, Clock clock) {
        this(directory, clock, new SecureRandom());
    }

    SessionFolder(Path directory, Clock clock, RandomGenerator random) {
        this.directory = directory;
        this.clock = clock;
        this.random = random;
        this.catalog = new SessionCatalog(directory, clock);
    }

    public Path directory() {
        return directory;
    }

    Clock clock() {
        return clock;
    }

    static String idOf(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - SUFFIX.length());
    }

    /** All that hold a turn, the last used first. */
    public List<SessionSummary> list() {
        return catalog.list(files());
    }

    /** The names of all, newest first; without a look into the files. */
    public List<String> ids() {
        return files().stream()
                .map(SessionFolder::idOf)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /**
     * The session that this is the name of, or its beginning.
     *
     * @throws AssistantException USAGE when there is none, or several, which are told
     */
    public SavedSession find(String beginning) {
        return read(fileOf(beginning));
    }

    /** The one last used; empty when nothing was said yet. */
    public Optional<SavedSession> newest() {
        return list().stream().findFirst().map(session -> read(file(session.id())));
    }

    /**
     * Every turn, of the session last used first, that holds every word, whatever its case: found a few conversations at
     * a time, whenever the stream is asked for more.
     */
    public Stream<List<SessionHit>> search(String words) {
        SessionSearch search = new SessionSearch(words);
        List<String> ids = search.isEmpty()
                ? List.of()
                : list().stream().map(SessionSummary::id).toList();
        return IntStream.iterate(0, from -> from < ids.size(), from -> from + SEARCHED_AT_ONCE)
                .mapToObj(from -> ids.subList(from, Math.min(from + SEARCHED_AT_ONCE, ids.size())))
                .map(some -> some.parallelStream()
                        .flatMap(id -> hits(search, file(id)))
                        .toList())
                .filter(hits -> !hits.isEmpty());
    }

    private static Stream<SessionHit> hits(SessionSearch search, Path file) {
        return readable(file, RawSession::read).stream().flatMap(session -> search.in(idOf(file), session).stream());
    }

    private static <T> Optional<T> readable(Path file, Reading<T> reading) {
        try {
            return Optional.of(reading.of(file));
        } catch (IOException e) {
            LOG.warn("{} is left out", file, e);
            return Optional.empty();
        }
    }

    private interface Reading<T> {
        T of(Path file) throws IOException;
    }

    /**
     * Removes conversations permanently, but not their recordings; {@code beginnings} as for {@link #find}.
     *
     * @param deleted receives the name of each once it is gone
     */
    public void delete(List<String> beginnings, Consumer<String> deleted) {
        try {
            beginnings.forEach(beginning -> deleted.accept(delete(fileOf(beginning))));
        } finally {
            catalog.forgetOthers(ids());
        }
    }

    private static String delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot remove %s", file), e);
        }
        return idOf(file);
    }

    /** A new file under a new name. */
    SessionFile create() {
        try {
            PrivateFiles.folder(directory);
            while (true) {
                try {
                    return SessionFile.create(file(newId()));
                } catch (FileAlreadyExistsException taken) {
                    LOG.debug("another name", taken);
                }
            }
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Conversations are not saved: cannot write in %s", directory), e);
        }
    }

    /** Empty when another chat writes it. */
    Optional<SessionFile> open(String id) {
        try {
            return SessionFile.open(file(id));
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot write %s", file(id)), e);
        }
    }

    /** The largest number that a turn of it ever had. */
    int lastNumber(String id) {
        try {
            return RawSession.read(file(id)).lastNumber();
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot read %s", file(id)), e);
        }
    }

    private SavedSession read(Path file) {
        try {
            return SessionReader.read(file);
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot read %s", file), e);
        }
    }

    private Path fileOf(String beginning) {
        String wanted = beginning.strip();
        List<String> found = ids().stream().filter(id -> id.startsWith(wanted)).toList();
        if (found.contains(wanted)) {
            return file(wanted);
        }
        if (wanted.isEmpty() || found.isEmpty()) {
            throw new AssistantException(
                    FaultKind.USAGE, tr("No session '%s'. See 'voicebot sessions list' or /sessions.", wanted));
        }
        if (found.size() > 1) {
            throw new AssistantException(FaultKind.USAGE, tr("'%s' is ambiguous: %s.", wanted, candidates(found)));
        }
        return file(found.get(0));
    }

    private static String candidates(List<String> found) {
        String some = String.join(", ", found.subList(0, Math.min(MOST_CANDIDATES, found.size())));
        return found.size() > MOST_CANDIDATES ? tr("%s and %d more", some, found.size() - MOST_CANDIDATES) : some;
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        String[] names = directory.toFile().list(); // half the time of a directory stream
        if (names == null && !Files.notExists(directory)) {
            throw new AssistantException(
                    FaultKind.FAILED, tr("Cannot list %s: not a folder, or permission denied.", directory));
        }
        for (String name : names == null ? new String[0] : names) {
            if (isSession(name)) {
                files.add(directory.resolve(name));
            }
        }
        return files;
    }

    /** Quicker than a pattern: there may be many thousands. */
    private static boolean isSession(String name) {
        boolean fits = name.length() == SHAPE.length() + SUFFIX.length() && name.endsWith(SUFFIX);
        for (int i = 0; fits && i < SHAPE.length(); i++) {
            char c = name.charAt(i);
            boolean isDigit = c >= '0' && c <= '9';
            fits = switch (SHAPE.charAt(i)) {
                case '0' -> isDigit;
                case 'a' -> isDigit || (c >= 'a' && c <= 'z');
                default -> c == '-';
            };
        }
        return fits;
    }

    private Path file(String id) {
        return directory.resolve(id + SUFFIX);
    }

    private String newId() {
        StringBuilder id = new StringBuilder(ZonedDateTime.now(clock).format(MINUTE)).append('-');
        for (int i = 0; i < 3; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
