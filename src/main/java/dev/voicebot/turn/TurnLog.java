package dev.voicebot.turn;

import static dev.voicebot.text.Messages.tr;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.chat.ChatMessage;
import dev.voicebot.chat.ChatUsage;
import dev.voicebot.chat.ReplyCut;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.turn.TurnRecord.End;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down one turn from the events that pass through it, and tells its keeper; any thread. */
final class TurnLog implements Consumer<TurnEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(TurnLog.class);
    private static final long BETWEEN_GROWTHS = 500; // milliseconds

    private final String question;
    private final Consumer<TurnEvent> screen; // by way of the watch
    private final TurnWatch watch;
    private final TurnKeeper keeper;
    private final Notices notices;
    private final long begin = System.nanoTime();
    private final Object order = new Object(); // held while the keeper is told: nothing comes after the end

    @GuardedBy("order")
    private boolean over;

    @GuardedBy("this")
    private String model;

    @GuardedBy("this")
    private final List<TurnRecord.Piece> pieces = new ArrayList<>();

    @GuardedBy("this")
    private final StringBuilder text = new StringBuilder();

    @GuardedBy("this")
    private List<ChatMessage> asked = List.of();

    @GuardedBy("this")
    private final StringBuilder thoughts = new StringBuilder(); // for the estimate: they are billed

    @GuardedBy("this")
    private int before; // characters of an earlier turn

    @GuardedBy("this")
    private ChatUsage usage = ChatUsage.NONE;

    @GuardedBy("this")
    private @Nullable Duration speechBegan;

    @GuardedBy("this")
    private @Nullable Path wav;

    @GuardedBy("this")
    private TurnEvent.@Nullable Synthesized synthesized;

    @GuardedBy("this")
    private @Nullable FaultKind speechFault;

    @GuardedBy("this")
    private OptionalInt shortenedAt = OptionalInt.empty();

    @GuardedBy("this")
    private End end = new End(End.Kind.RUNNING, "", "", Duration.ZERO);

    @GuardedBy("this")
    private boolean isKeeping; // a growth that was begun will keep what came since

    private TurnLog(
            String question,
            String model,
            Consumer<TurnEvent> screen,
            TurnKeeper keeper,
            Notices notices,
            TurnWatch watch) {
        this.question = question;
        this.model = model;
        this.screen = watch.on(screen);
        this.watch = watch;
        this.keeper = keeper;
        this.notices = notices;
    }

    /** The question is asked now; {@code screen} gets every event that this one gets. */
    static TurnLog begin(
            String question,
            String model,
            Consumer<TurnEvent> screen,
            TurnKeeper keeper,
            Notices notices,
            TurnWatch watch) {
        TurnLog log = new TurnLog(question, model, screen, keeper, notices, watch);
        log.keep(() -> keeper.asked(question));
        return log;
    }

    /** The reply was begun in an earlier turn, which this one takes the place of. */
    synchronized void goOnFrom(String before) {
        if (!before.isEmpty()) {
            pieces.add(new TurnRecord.Piece(Duration.ZERO, before));
            text.append(before);
            this.before = before.length();
        }
    }

    /** What goes to the model. */
    synchronized void asked(List<ChatMessage> messages) {
        asked = messages;
    }

    @Override
    public void accept(TurnEvent event) {
        if (event instanceof TurnEvent.TextWhole) {
            keepGrowth(); // before it is told: it may take minutes to be spoken
        }
        screen.accept(event);
        if (event instanceof TurnEvent.Token token) {
            took(token.text());
        } else {
            note(event);
        }
    }

    /** {@code answeredBy}: the model, which may be another one than was to be asked. */
    synchronized void counted(String answeredBy, ChatUsage tokens) {
        model = answeredBy;
        usage = tokens;
    }

    /** Only so many characters of the reply were spoken. */
    synchronized void shortened(int spoken) {
        shortenedAt = OptionalInt.of(spoken);
    }

    /** {@code cut}: why the model wrote no more, where the service did not let it. */
    void whole(Optional<ReplyCut> cut) {
        ended(cut.map(TurnLog::end).orElse(End.Kind.WHOLE), text(), "");
    }

    private static End.Kind end(ReplyCut cut) {
        return switch (cut) {
            case LENGTH -> End.Kind.LENGTH;
            case CONTENT_FILTER -> End.Kind.CONTENT_FILTER;
        };
    }

    /** {@code reached} is what the history remembers of it. */
    void broke(AssistantException fault, String reached) {
        if (fault.kind() == FaultKind.INTERRUPTED) {
            ended(End.Kind.INTERRUPTED, reached, "");
        } else {
            ended(End.Kind.FAILED, reached, fault.userMessage());
        }
    }

    /** Hands the turn over, and tells the last event. */
    void close() {
        endedByAccident();
        TurnRecord turn;
        synchronized (order) {
            over = true;
            turn = record();
            keep(() -> keeper.ended(turn));
        }
        LOG.info("turn: {}", turn.timings().line());
        screen.accept(new TurnEvent.Ended(turn));
    }

    private synchronized void endedByAccident() {
        if (end.kind() == End.Kind.RUNNING) {
            ended(End.Kind.FAILED, "", tr("Internal error. The log has the details."));
        }
    }

    /** What was shown is kept half a second later at the latest, also when the model falls silent then. */
    private synchronized void took(String token) {
        pieces.add(new TurnRecord.Piece(elapsed(), token));
        text.append(token);
        if (!isKeeping) {
            isKeeping = true;
            CompletableFuture.delayedExecutor(BETWEEN_GROWTHS, TimeUnit.MILLISECONDS)
                    .execute(this::keepGrowth);
        }
    }

    private void keepGrowth() {
        synchronized (order) {
            if (over) {
                return;
            }
            TurnRecord soFar = growth();
            keep(() -> keeper.grew(soFar));
        }
    }

    private synchronized TurnRecord growth() {
        isKeeping = false;
        return record();
    }

    private synchronized void note(TurnEvent event) {
        if (event instanceof TurnEvent.SpeechBegan && speechBegan == null) {
            speechBegan = elapsed();
        } else if (event instanceof TurnEvent.Saved saved) {
            wav = saved.file();
        } else if (event instanceof TurnEvent.Synthesized spoken) {
            synthesized = spoken;
        } else if (event instanceof TurnEvent.Thought thought) {
            thoughts.append(thought.text());
        } else if (event instanceof TurnEvent.SpeechBroke broke) {
            speechFault = broke.why();
        }
    }

    private synchronized void ended(End.Kind kind, String reached, String fault) {
        end = new End(kind, reached, fault, elapsed());
    }

    private synchronized String text() {
        return text.toString();
    }

    private synchronized TurnRecord record() {
        return new TurnRecord(
                question,
                new TurnRecord.Written(model, text.toString(), pieces, usage, estimate()),
                spoken(),
                end,
                watch.timings(usage));
    }

    /** Nothing for a service that failed before its first token: it bills nothing. */
    @GuardedBy("this")
    private ChatUsage estimate() {
        boolean asksNobody = asked.isEmpty() || end.kind() == End.Kind.RUNNING;
        String written = thoughts + text.substring(before);
        boolean failedAtOnce = end.kind() == End.Kind.FAILED && written.isEmpty();
        return asksNobody || failedAtOnce ? ChatUsage.NONE : ChatUsage.estimate(asked, written);
    }

    @GuardedBy("this")
    private TurnRecord.Spoken spoken() {
        TurnEvent.Synthesized sound = synthesized;
        return new TurnRecord.Spoken(
                sound == null ? "" : sound.engine(),
                sound == null ? "" : sound.voice(),
                sound == null ? 0 : sound.characters(),
                Optional.ofNullable(speechBegan),
                Optional.ofNullable(wav),
                Optional.ofNullable(speechFault),
                shortenedAt);
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void keep(Runnable work) {
        try {
            work.run();
        } catch (AssistantException e) {
            notices.tell(e.userMessage(), e, screen);
        }
    }
}
