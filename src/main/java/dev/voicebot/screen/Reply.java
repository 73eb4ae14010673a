package dev.voicebot.screen;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.terminal.MeasuredText;
import dev.voicebot.terminal.WholeClusters;
import dev.voicebot.turn.Transport;
import dev.voicebot.turn.TurnEvent;
import dev.voicebot.turn.Turns;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One reply on the screen, from the question to its end or its cut. */
final class Reply {
    private static final Logger LOG = LoggerFactory.getLogger(Reply.class);

    /** Behind the mark may stand what closes quotes, brackets and markup, and emoji. */
    private static final Pattern QUESTION = Pattern.compile("[?？][\\s\\p{Pf}\\p{Pe}\\p{So}\"'*_~]*$");

    private final Turns turns;
    private final ChatDisplay display;
    private final Timings timings;
    private final Thoughts thoughts;
    private final String question;
    private final boolean goesOn;
    private final Cancellation cancellation = new Cancellation();
    // guarded by the line's lock
    private final MeasuredText safe = new MeasuredText();
    private final WholeClusters clusters = new WholeClusters();
    private final ReplyText text;
    private final ReplyState state = new ReplyState();
    private final ThinkingClock clock;
    private final LateRows late = new LateRows();
    private final StringBuilder whole = new StringBuilder();
    private boolean begun;
    private boolean textEnded;
    private boolean cut;
    private boolean speaking;
    private boolean shortened; // its end is not spoken
    private Runnable onSound = () -> {};
    private boolean failed;
    private long failedNanos;

    /** A new one, to {@code question}. */
    Reply(Turns turns, ChatDisplay display, Timings timings, Thoughts thoughts, String question) {
        this(turns, display, timings, thoughts, question, false);
    }

    /** Takes the last one up again. */
    static Reply goingOn(Turns turns, ChatDisplay display, Timings timings, Thoughts thoughts) {
        return new Reply(turns, display, timings, thoughts, "", true);
    }

    private Reply(
            Turns turns, ChatDisplay display, Timings timings, Thoughts thoughts, String question, boolean goesOn) {
        this.turns = turns;
        this.display = display;
        this.timings = timings;
        this.thoughts = thoughts;
        this.question = question;
        this.text = display.beginReply(turns.speaks());
        this.goesOn = goesOn;
        this.clock = new ThinkingClock(display, () -> !begun && !cut && !textEnded, this::stage);
    }

    /** Whether it has begun to sound; under the lock. */
    boolean isSpeaking() {
        return speaking;
    }

    /** Whether the user waits to hear it, or to read it where it is not spoken; under the lock. */
    boolean isAwaited() {
        return !speaking && !(begun && !turns.speaks());
    }

    /** Runs when it is no longer awaited, unless it ends before. */
    void onSound(Runnable work) {
        onSound = work;
    }

    /** Whether it was heard to its end, and that is a question; once it has ended, under the lock. */
    boolean hasAsked() {
        return speaking
                && !shortened
                && !cut
                && !failed
                && QUESTION.matcher(whole).find();
    }

    /** Its text so far, as the model wrote it. */
    String text() {
        return whole.toString();
    }

    /** Whether it is a new question, and nothing of the answer was seen yet; under the lock. */
    boolean isUnanswered() {
        return !goesOn && !begun;
    }

    String question() {
        return question;
    }

    /** The turn itself, on the turn thread; {@code ended} runs under the line's lock after all else was shown. */
    void run(Runnable ended) {
        if (cancellation.isCancelled()) {
            return;
        }
        try {
            say(event -> display.later(() -> show(event)));
        } catch (AssistantException e) {
            tell(e);
        } catch (RuntimeException e) {
            LOG.error("the turn failed", e);
            display.later(() -> fault(tr("Internal error. The log has the details.")));
        }
        display.later(() -> {
            end();
            ended.run();
        });
    }

    private void say(Consumer<TurnEvent> events) {
        if (goesOn) {
            turns.goOn(events, cancellation);
        } else {
            turns.say(question, events, cancellation);
        }
    }

    /** Thinking until the first token; under the lock. */
    void begin() {
        state.playing(new TurnEvent.Playing(false, turns.transport().speed()));
        clock.start();
    }

    private void think(String text) {
        if (!cut) {
            clock.thoughtCame();
            thoughts.add(text);
        }
    }

    /** Stops text and sound and marks the place; what was shown stays. Under the lock. */
    void cut() {
        Optional<Transport.Progress> heard = speaking ? turns.transport().progress() : Optional.empty();
        cut = true;
        try {
            cancellation.cancel();
        } catch (RuntimeException e) {
            LOG.warn("stopping the reply failed", e);
        }
        text.silence();
        endText(ReplyMarks.interrupted(heard));
        display.state(ChatState.Still.IDLE);
    }

    private void tell(AssistantException e) {
        if (e.kind() == FaultKind.INTERRUPTED) {
            return;
        }
        LOG.info("the turn failed: {}", e.kind(), e);
        display.later(() -> fault(e.userMessage()));
    }

    private void show(TurnEvent event) {
        if (event instanceof TurnEvent.Token token) {
            grow(token.text());
        } else if (event instanceof TurnEvent.Thought thought) {
            think(thought.text());
        } else if (event instanceof TurnEvent.TextWhole) {
            endText();
        } else if (event instanceof TurnEvent.SpeechBegan && !cut) {
            speaking = true;
            onSound.run();
            stage(ChatState.Speaking::new);
        } else if (event instanceof TurnEvent.Playing playing && !cut) {
            state.playing(playing);
            display.state(state.now());
        } else if (event instanceof TurnEvent.Spoken spoken && !cut) {
            text.heard(safe.lengthOf(spoken.characters()));
            display.replyChanged();
        } else if (event instanceof TurnEvent.Shortened && !cut) {
            shortened = true;
            aside(() -> display.dim(tr("Only the beginning is spoken. /more speaks the rest.")));
        } else if (event instanceof TurnEvent.Notice notice) {
            aside(() -> display.notice(notice.line()));
        } else if (event instanceof TurnEvent.Ended ended) {
            ended.turn().spoken().wav().ifPresent(wav -> atEnd(() -> display.dim(ReplyMarks.saved(wav))));
            aside(() -> timings.add(ended.turn()));
        }
    }

    private void stage(DoubleFunction<ChatState> stage) {
        state.stage(stage);
        showState();
    }

    /** Where another state has taken its place; under the lock. */
    void showState() {
        display.state(state.now());
    }

    private void grow(String token) {
        if (cut) {
            return;
        }
        boolean first = !begun;
        if (first) {
            beginText();
        }
        String clean = safe.clean(token);
        whole.append(clean);
        text.append(clusters.next(clean));
        if (first && !speaking) {
            stage(ChatState.Writing::new);
        }
        display.replyChanged();
    }

    private void beginText() {
        begun = true;
        if (!turns.speaks()) {
            onSound.run();
        }
        thoughts.end();
        if (goesOn) {
            display.mark(ReplyMarks.continued());
        }
    }

    /** A row that must not tear the text apart: it waits for the text's end. */
    private void aside(Runnable row) {
        late.add(row, !textEnded && text.isOpen());
    }

    /** A row that waits until the voice has ended too: it is no reason to take the text away from below. */
    private void atEnd(Runnable row) {
        late.addLast(row, !cut && text.isOpen());
    }

    private void endText() {
        endText("");
    }

    private void endText(String mark) {
        textEnded = true;
        thoughts.end();
        text.append(clusters.rest());
        text.finish();
        display.replyChanged();
        if (!mark.isEmpty()) {
            display.endReply(text);
            display.mark(mark);
        }
        late.show();
        if (cut) {
            late.showLast();
        }
    }

    /** Whether it ended in a fault after that time, by {@link System#nanoTime()}; under the lock. */
    boolean hasFailedSince(long nanos) {
        return failed && failedNanos - nanos > 0;
    }

    private void fault(String line) {
        failed = true;
        failedNanos = System.nanoTime();
        endText();
        display.notice(line);
    }

    private void end() {
        if (!cut) {
            endText();
            display.endReply(text);
            late.showLast();
            display.state(ChatState.Still.IDLE);
        }
    }
}
