package dev.voicebot.sessions;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.recognition.Utterance;
import dev.voicebot.sessions.SavedTurn.Question;
import dev.voicebot.sessions.SavedTurn.Talk;
import dev.voicebot.sessions.SavedTurn.TimedText;
import dev.voicebot.turn.TurnKeeper;
import dev.voicebot.turn.TurnRecord;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the conversation of a running chat: the question when it is asked, the reply as it grows and when it ends. A
 * file is made with the first question. Any thread.
 */
public final class SessionRecorder implements TurnKeeper, AutoCloseable {
    private final SessionFolder folder;
    private final Supplier<String> engines;

    @GuardedBy("this")
    private final Deque<Integer> remembered = new ArrayDeque<>();

    @GuardedBy("this")
    private @Nullable SessionFile file;

    @GuardedBy("this")
    private String id = "";

    @GuardedBy("this")
    private int number;

    @GuardedBy("this")
    private @Nullable Question question;

    @GuardedBy("this")
    private @Nullable Utterance utterance;

    @GuardedBy("this")
    private boolean isKept;

    /** {@code engines} says in a few words who talks, asked when a session begins. */
    public SessionRecorder(SessionFolder folder, Supplier<String> engines) {
        this.folder = folder;
        this.engines = engines;
    }

    /** The session being written; empty before its first question. */
    public synchronized Optional<String> id() {
        return Optional.of(id).filter(name -> !name.isEmpty());
    }

    /** Loads what writing the first line takes, which is a tenth of a second in a cold JVM. */
    public void warm() {
        TurnLine.warm();
    }

    /** What was understood of a talk: if the next question holds it, that one was spoken. */
    public synchronized void heard(Utterance talk) {
        if (!talk.text().isBlank()) {
            utterance = talk;
        }
    }

    @Override
    public synchronized void asked(String text) {
        number++;
        isKept = false;
        Question asked = new Question(now(), text, talkOf(text));
        question = asked;
        utterance = null;
        file().add(TurnLine.of(number, asked));
        isKept = true;
    }

    @Override
    public synchronized void grew(TurnRecord soFar) {
        change(soFar);
    }

    @Override
    public synchronized void ended(TurnRecord turn) {
        if (!turn.end().reached().isBlank()) {
            remembered.addLast(number);
        }
        change(turn);
        question = null;
    }

    @Override
    public void forgotten() {
        startNew();
    }

    @Override
    public synchronized void undone() {
        Integer last = remembered.pollLast();
        SessionFile current = file;
        if (last != null && current != null) {
            current.add(JsonNodeFactory.instance.objectNode().put("undo", last));
        }
    }

    /** The next question begins a new session; not while a turn runs. */
    public synchronized void startNew() {
        close();
        file = null;
        id = "";
        number = 0;
        question = null;
        remembered.clear();
    }

    /**
     * The next question goes on with {@code session}; in a copy of it, when another chat is writing it. Not while a turn
     * runs.
     *
     * @return whether it is a copy
     */
    public synchronized boolean resume(SavedSession session) {
        if (session.id().equals(id)) {
            return false;
        }
        startNew();
        Optional<SessionFile> own = folder.open(session.id());
        if (own.isPresent()) {
            file = own.get();
            id = session.id();
        } else {
            SessionFile copy = create(Optional.of(session.id()));
            session.turns().forEach(turn -> copy.add(TurnLine.of(turn)));
        }
        for (SavedTurn turn : session.turns()) {
            number = Math.max(number, turn.number());
            if (turn.isRemembered()) {
                remembered.addLast(turn.number());
            }
        }
        number = Math.max(number, own.isPresent() ? folder.lastNumber(id) : 0);
        return own.isEmpty();
    }

    @Override
    public synchronized void close() {
        SessionFile open = file;
        if (open != null) {
            open.close();
        }
    }

    @GuardedBy("this")
    private void change(TurnRecord turn) {
        SessionFile current = file;
        Question asked = question;
        if (current == null || asked == null) {
            return; // it could not be written when it was asked, which was told
        }
        ObjectNode line = TurnLine.of(number, asked, turn);
        if (isKept) {
            current.change(line);
        } else {
            current.add(line);
            isKept = true;
        }
    }

    @GuardedBy("this")
    private SessionFile file() {
        SessionFile current = file;
        return current == null ? create(Optional.empty()) : current;
    }

    @GuardedBy("this")
    private SessionFile create(Optional<String> continues) {
        SessionFile created = folder.create();
        file = created;
        id = created.id();
        ObjectNode header = JsonNodeFactory.instance.objectNode();
        header.put("session", id)
                .put("started", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now()))
                .put("engines", engines.get());
        continues.ifPresent(before -> header.put("continues", before));
        created.add(header);
        return created;
    }

    @GuardedBy("this")
    private Optional<Talk> talkOf(String text) {
        Utterance spoken = utterance;
        if (spoken == null || !words(text).contains(words(spoken.text()))) {
            return Optional.empty();
        }
        return Optional.of(new Talk(
                spoken.sound(),
                spoken.partials().stream()
                        .map(partial -> new TimedText(partial.at(), partial.text()))
                        .toList()));
    }

    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(folder.clock()).truncatedTo(ChronoUnit.MILLIS);
    }
}
