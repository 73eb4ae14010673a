package dev.voicebot.talk;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.screen.ChatDisplay;
import dev.voicebot.screen.ChatLine;
import dev.voicebot.screen.Replies;
import dev.voicebot.screen.SlashCommand;
import dev.voicebot.turn.Turns;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Talks, one at a time: started and ended by keys, their words put into the line. All under the line's lock. */
public final class Talking {
    private final TalkParts parts;
    private final RunningTalk.Surroundings around;
    private final Turns turns;
    private final ChatDisplay display;
    private final ChatLine line;
    private final Replies replies;
    private final HearingOffer offer;
    private final UnheardTalks unheard;
    private final Chime chime;
    private final ThinkingTone thinking;
    private final TurnTally tally = new TurnTally();
    private @Nullable RunningTalk running;
    private Supplier<Optional<AudioInput>> openMicrophone = Optional::empty;
    private BooleanSupplier wakes = () -> false;
    private Consumer<Boolean> afterwards = dropped -> {};

    /** {@code submit} takes a whole line, as if Enter had sent it. */
    public Talking(
            TalkParts parts,
            Turns turns,
            ChatDisplay display,
            ChatLine line,
            Replies replies,
            HearingOffer offer,
            Consumer<String> submit) {
        this.offer = offer;
        this.parts = parts;
        this.turns = turns;
        this.display = display;
        this.line = line;
        this.replies = replies;
        this.unheard = UnheardTalks.keptIn(parts.folder());
        this.chime = new Chime(parts.style().sounds(), parts.speaker());
        this.thinking = new ThinkingTone(parts.style().thinkingSounds(), display, replies, chime);
        this.around = new RunningTalk.Surroundings(turns, display, line, replies, submit, thinking, tally);
    }

    /**
     * Together with an open microphone.
     *
     * @param claimed what it hears, for a talk that a key begins; empty when it is not open
     * @param wakeUp what a key does first, when it can: then no talk begins
     * @param over runs when a talk is over; true when the user dropped what was said
     */
    void withoutKeys(Supplier<Optional<AudioInput>> claimed, BooleanSupplier wakeUp, Consumer<Boolean> over) {
        openMicrophone = claimed;
        wakes = wakeUp;
        afterwards = over;
    }

    public List<SlashCommand> commands() {
        return List.of(
                SlashCommand.of("/talk", tr("start or stop talking"), this::toggle),
                SlashCommand.of(
                        "/retry", tr("resend the last recording, or ask the last question again"), this::retry));
    }

    /** Begins a talk, or ends it. */
    public void toggle() {
        line.mustBeHeld();
        if (running == null) {
            begin();
        } else {
            end(Duration.ZERO);
        }
    }

    /** How the talks of this chat went that no key began or ended; one figure per line. */
    public List<String> figures() {
        line.mustBeHeld();
        return tally.lines();
    }

    TurnTally tally() {
        return tally;
    }

    public boolean isTalking() {
        line.mustBeHeld();
        return running != null;
    }

    /** Only when nobody talks; false when the key did something else: it woke up an open microphone, or offered ears. */
    boolean begin() {
        if (offer.takes(() -> {}) || wakes.getAsBoolean()) {
            return false;
        }
        begin(Optional.empty(), openMicrophone.get().orElse(parts.microphone()));
        return true;
    }

    /** The same without a key: somebody speaks already. */
    void begin(AudioInput speech, TalkListener outcome) {
        begin(Optional.of(outcome), speech);
    }

    private void begin(Optional<TalkListener> outcome, AudioInput sound) {
        run(unheard.next(), outcome).start(sound);
        turns.getReady();
        thinking.stop();
        chime.begin();
    }

    private RunningTalk run(KeptTalk kept, Optional<TalkListener> outcome) {
        RunningTalk begun = new RunningTalk(parts, around, unheard, kept, outcome, () -> over(false));
        running = begun;
        return begun;
    }

    /** The tone of a talk that begins: from now on the microphone hears. */
    void ring() {
        chime.begin();
    }

    /** Ends the talk that runs, if any; {@code ago} is for how long it was over when that was noticed. */
    public void end(Duration ago) {
        line.mustBeHeld();
        line.tellReleaseNoMore();
        if (running != null && !running.isStopped()) {
            Duration left = parts.style().settings().tail().minus(ago);
            Duration tail = left.isNegative() ? Duration.ZERO : left;
            running.stop(tail, Duration.ZERO);
            display.later(chime::end, tail);
        }
    }

    /** Ends the talk that runs, if any: nothing was said for {@code silence}. */
    void endAfter(Duration silence) {
        line.mustBeHeld();
        line.tellReleaseNoMore();
        if (running != null && !running.isStopped()) {
            running.stop(Duration.ZERO, silence);
            chime.end();
        }
    }

    /** False when nobody talks; else what is said until now will be sent, together with what is typed. */
    public boolean stopAndSend() {
        line.mustBeHeld();
        if (running == null) {
            return false;
        }
        running.sendAtEnd();
        end(Duration.ZERO);
        return true;
    }

    /** Drops what was said; false when nobody talks. */
    public boolean cancel() {
        line.mustBeHeld();
        if (running == null) {
            return false;
        }
        RunningTalk cancelled = running;
        cancelled.cutReply();
        over(true);
        cancelled.cancel();
        return true;
    }

    /** Reports what an earlier chat has left that was not recognized. */
    public void announceKept() {
        line.mustBeHeld();
        if (parts.hears().getAsBoolean() && unheard.latest().isPresent()) {
            display.dim(tr("A recording from an earlier chat was not recognized. /retry sends it again."));
        }
    }

    /** Ends the talk that runs, if any; its sound stays kept. */
    public void leave() {
        line.mustBeHeld();
        unheard.forgetDropped();
        line.tellReleaseNoMore();
        if (running != null) {
            running.leave();
            running = null;
        }
    }

    private void retry() {
        line.mustBeHeld();
        Optional<KeptTalk> latest = running == null ? unheard.latest() : Optional.empty();
        Optional<AudioInput> sound = latest.flatMap(KeptTalk::sound);
        boolean isTalk = sound.isPresent() && !replies.hasFailedSince(unheard.failedNanos());
        if (!isTalk) {
            askAgain();
            return;
        }
        unheard.retried();
        run(latest.get(), Optional.empty()).startAgain(sound.get());
    }

    private void askAgain() {
        if (running != null || !replies.askAgain()) {
            display.dim(tr("Nothing to retry."));
        }
    }

    private void over(boolean dropped) {
        line.mustBeHeld();
        line.tellReleaseNoMore();
        running = null;
        display.later(replies::releaseQueue);
        display.later(() -> afterwards.accept(dropped));
    }
}
