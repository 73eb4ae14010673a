package dev.voicebot.talk;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.screen.ChatDisplay;
import dev.voicebot.screen.ChatLine;
import dev.voicebot.screen.ChatState;
import dev.voicebot.screen.Dictation;
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
    private final Turns turns;
    private final ChatDisplay display;
    private final ChatLine line;
    private final Replies replies;
    private final HearingOffer offer;
    private final Consumer<String> submit;
    private final KeptTalks keptTalks;
    private final Chime chime;
    private @Nullable Running running;
    private @Nullable KeptTalk dropped; // the last talk, where it can only be brought back until the next one
    private long failedNanos = System.nanoTime(); // when a talk last failed, or was dropped
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
        this.submit = submit;
        this.keptTalks = KeptTalks.in(parts.folder());
        this.chime = new Chime(parts.style().sounds(), parts.speaker());
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

    public boolean isTalking() {
        line.mustBeHeld();
        return running != null;
    }

    /** Only when nobody talks; false when the key did something else: it woke up an open microphone, or offered ears. */
    boolean begin() {
        if (offer.takes(() -> {}) || wakes.getAsBoolean()) {
            return false;
        }
        Running begun = new Running(keptTalks.next(), ChatState.Start.BY_KEY, Optional.empty());
        begin(begun, openMicrophone.get().orElse(parts.microphone()));
        return true;
    }

    /** The same without a key: somebody speaks already. */
    void begin(AudioInput speech, TalkListener outcome) {
        begin(new Running(keptTalks.next(), ChatState.Start.BY_VOICE, Optional.of(outcome)), speech);
    }

    private void begin(Running begun, AudioInput sound) {
        forgetDropped();
        begun.talk.start(sound, parts.recognizer());
        turns.getReady();
        chime.begin();
    }

    /** The tone of a talk that begins: from now on the microphone hears. */
    void ring() {
        chime.begin();
    }

    /** Ends the talk that runs, if any; {@code ago} is for how long it was over when that was noticed. */
    public void end(Duration ago) {
        line.mustBeHeld();
        line.tellReleaseNoMore();
        if (running != null && !running.talk.isStopped()) {
            Duration left = parts.style().settings().tail().minus(ago);
            Duration tail = left.isNegative() ? Duration.ZERO : left;
            running.talk.stop(tail, Duration.ZERO);
            display.later(chime::end, tail);
        }
    }

    /** Ends the talk that runs, if any: nothing was said for {@code silence}. */
    void endAfter(Duration silence) {
        line.mustBeHeld();
        line.tellReleaseNoMore();
        if (running != null && !running.talk.isStopped()) {
            running.talk.stop(Duration.ZERO, silence);
            chime.end();
        }
    }

    /** False when nobody talks; else what is said until now will be sent, together with what is typed. */
    public boolean stopAndSend() {
        line.mustBeHeld();
        if (running == null) {
            return false;
        }
        running.sends = true;
        end(Duration.ZERO);
        return true;
    }

    /** Drops what was said; false when nobody talks. */
    public boolean cancel() {
        line.mustBeHeld();
        if (running == null) {
            return false;
        }
        Running cancelled = running;
        cancelled.interruption.cut();
        over(true);
        cancelled.talk.leave();
        cancelled.dictation.clear();
        keepUntilNext(cancelled.kept);
        display.refresh();
        return true;
    }

    private void keepUntilNext(KeptTalk talk) {
        dropped = talk;
        failedNanos = System.nanoTime();
    }

    private void forgetDropped() {
        if (dropped != null) {
            dropped.drop();
            dropped = null;
        }
    }

    /** Reports what an earlier chat has left that was not recognized. */
    public void announceKept() {
        line.mustBeHeld();
        if (parts.hears().getAsBoolean() && keptTalks.latest().isPresent()) {
            display.dim(tr("A recording from an earlier chat was not recognized. /retry sends it again."));
        }
    }

    /** Ends the talk that runs, if any; its sound stays kept. */
    public void leave() {
        line.mustBeHeld();
        forgetDropped();
        line.tellReleaseNoMore();
        if (running != null) {
            running.talk.leave();
            running = null;
        }
    }

    private void retry() {
        line.mustBeHeld();
        Optional<KeptTalk> latest = running == null ? keptTalks.latest() : Optional.empty();
        Optional<AudioInput> sound = latest.flatMap(KeptTalk::sound);
        boolean isTalk = sound.isPresent() && !replies.hasFailedSince(failedNanos);
        if (!isTalk) {
            askAgain();
            return;
        }
        dropped = null;
        new Running(latest.get(), ChatState.Start.BY_KEY, Optional.empty())
                .talk.startAgain(sound.get(), parts.recognizer());
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

    /** The talk that runs, and what becomes of its words. */
    private final class Running implements TalkListener {
        private final KeptTalk kept;
        private final Talk talk;
        private final Dictation dictation = new Dictation(line);
        private final Optional<TalkListener> outcome; // of one that no key began
        private final Interruption interruption;
        private boolean sends;

        /** Takes the reply's place. */
        Running(KeptTalk kept, ChatState.Start start, Optional<TalkListener> outcome) {
            this.kept = kept;
            this.talk = new Talk(display, start, kept, this);
            this.outcome = outcome;
            replies.holdQueue();
            this.interruption = new Interruption(replies, parts.interjections(), outcome.isPresent());
            running = this;
        }

        @Override
        public void heard(String words, boolean whole) {
            interruption.heard(words);
            outcome.ifPresent(o -> o.heard(words, whole)); // first: drawing takes longer
            dictation.show(words);
            display.refresh();
        }

        @Override
        public void expected(String words) {
            turns.expect(willSend() && !interruption.isHalted() && !words.isEmpty() ? interruption.with(words) : "");
        }

        private boolean willSend() {
            return dictation.isAlone()
                    && (sends || outcome.isPresent() || parts.style().sendsAfter());
        }

        @Override
        public void understood(String words, Optional<AssistantException> fault) {
            over(false);
            if (words.isEmpty() && fault.isPresent()) {
                keepUntilNext(kept); // the microphone is gone, and what was said before is unknown
            } else {
                kept.drop();
            }
            fault.ifPresent(early -> display.notice(early.userMessage()));
            dictation.show(words);
            if (sends) {
                interruption.cut();
            }
            if (outcome.isPresent() && !sends && interruption.isAll(words)) {
                dictation.clear();
                display.refresh();
            } else if (!words.isEmpty()) {
                sendOrLeave();
            } else if (sends && !line.text().isBlank()) {
                submit.accept(line.take());
            } else if (fault.isEmpty()) {
                display.dim(tr("Didn't hear anything."));
            }
            clearState();
            outcome.ifPresent(o -> o.understood(words, fault));
        }

        /** Words spoken into a text that was begun by typing belong to that text; Enter sends it. */
        private void sendOrLeave() {
            if (willSend()) {
                turns.heard(talk.ago());
                replies.askFirst(interruption.with(line.take()));
            } else if (sends) {
                turns.heard(talk.ago());
                submit.accept(line.take());
            } else {
                display.refresh();
            }
        }

        /** Where a reply follows, its state has taken the place already. */
        private void clearState() {
            if (!replies.isRunning()) {
                display.state(ChatState.Still.IDLE);
            }
        }

        @Override
        public void mute() {
            display.notice(tr(Talk.MUTE));
        }

        @Override
        public void failed(AssistantException fault) {
            over(false);
            failedNanos = System.nanoTime();
            if (interruption.isHalted()) {
                interruption.undo();
            }
            String hint = "";
            if (kept.sound().isPresent()) {
                dictation.clear(); // a part would be sent along with what is typed next, /retry too
                hint = tr(" Your recording was kept. /retry sends it again.");
            }
            display.notice(fault.userMessage() + hint);
            clearState();
            keptTalks.prune();
            outcome.ifPresent(o -> o.failed(fault));
        }
    }
}
