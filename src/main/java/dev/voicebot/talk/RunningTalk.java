package dev.voicebot.talk;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.screen.ChatDisplay;
import dev.voicebot.screen.ChatLine;
import dev.voicebot.screen.ChatState;
import dev.voicebot.screen.Dictation;
import dev.voicebot.screen.Replies;
import dev.voicebot.turn.Turns;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** A talk that runs, and what becomes of its words: they stand in the line, and are sent or left there. */
final class RunningTalk implements TalkListener {
    private final TalkParts parts;
    private final Surroundings around;
    private final UnheardTalks unheard;
    private final KeptTalk kept;
    private final Talk talk;
    private final Dictation dictation;
    private final Optional<TalkListener> outcome; // of one that no key began
    private final Interruption interruption;
    private final Runnable over;
    private boolean sends;

    /**
     * Where a talk takes place.
     *
     * @param submit takes a whole line, as if Enter had sent it
     */
    record Surroundings(
            Turns turns,
            ChatDisplay display,
            ChatLine line,
            Replies replies,
            Consumer<String> submit,
            ThinkingTone thinking,
            TurnTally tally) {}

    /** Takes the reply's place. {@code over} runs when it has ended by itself, before its words are sent. */
    RunningTalk(
            TalkParts parts,
            Surroundings around,
            UnheardTalks unheard,
            KeptTalk kept,
            Optional<TalkListener> outcome,
            Runnable over) {
        this.parts = parts;
        this.around = around;
        this.unheard = unheard;
        this.kept = kept;
        this.talk = new Talk(
                around.display(), outcome.isPresent() ? ChatState.Start.BY_VOICE : ChatState.Start.BY_KEY, kept, this);
        this.dictation = new Dictation(around.line());
        this.outcome = outcome;
        this.over = over;
        around.replies().holdQueue();
        this.interruption = new Interruption(around.replies(), parts.interjections(), outcome.isPresent());
    }

    void start(AudioInput sound) {
        talk.start(sound, parts.recognizer());
    }

    /** The same for sound that was captured before. */
    void startAgain(AudioInput sound) {
        talk.startAgain(sound, parts.recognizer());
    }

    boolean isStopped() {
        return talk.isStopped();
    }

    /** As {@link Talk#stop}. */
    void stop(Duration afterwards, Duration ago) {
        talk.stop(afterwards, ago);
    }

    /** What is said until its end will be sent, together with what is typed. */
    void sendAtEnd() {
        sends = true;
    }

    /** Ends it; its sound stays kept. */
    void leave() {
        talk.leave();
    }

    /** A reply that it interrupted ends for good. */
    void cutReply() {
        interruption.cut();
    }

    /** Ends it, and takes its words from the line. */
    void cancel() {
        talk.leave();
        dictation.clear();
        unheard.keepUntilNext(kept);
        around.display().refresh();
    }

    @Override
    public void heard(String words, boolean whole) {
        interruption.heard(words);
        outcome.ifPresent(o -> o.heard(words, whole)); // first: drawing takes longer
        dictation.show(words);
        around.display().refresh();
    }

    @Override
    public void expected(String words) {
        around.turns()
                .expect(willSend() && !interruption.isHalted() && !words.isEmpty() ? interruption.with(words) : "");
    }

    private boolean willSend() {
        return dictation.isAlone()
                && (sends || outcome.isPresent() || parts.style().sendsAfter());
    }

    @Override
    public void understood(String words, Optional<AssistantException> fault) {
        over.run();
        if (words.isEmpty() && fault.isPresent()) {
            unheard.keepUntilNext(kept); // the microphone is gone, and what was said before is unknown
        } else {
            kept.drop();
        }
        fault.ifPresent(early -> around.display().notice(early.userMessage()));
        dictation.show(words);
        if (sends) {
            interruption.cut();
        }
        use(words, fault.isPresent());
        clearState();
        outcome.ifPresent(o -> o.understood(words, fault));
    }

    private void use(String words, boolean failed) {
        if (outcome.isPresent() && !sends && asksNothing(words)) {
            dictation.clear();
            around.display().refresh();
        } else if (!words.isEmpty()) {
            sendOrLeave();
        } else if (sends && !around.line().text().isBlank()) {
            around.submit().accept(around.line().take());
        } else if (!failed) {
            around.display().dim(tr("Didn't hear anything."));
        }
    }

    private boolean asksNothing(String words) {
        Interruption.Outcome became = interruption.decide(words);
        switch (became) {
            case NOISE -> around.tally().falseStart();
            case BACK_CHANNEL -> around.tally().aside();
            case STOP -> {
                if (interruption.isOverSpeech()) {
                    around.tally().stopped();
                }
            }
            case QUESTION ->
                around.tally().question(talk.ago(), interruption.continuesQuestion(), interruption.isOverSpeech());
        }
        return became != Interruption.Outcome.QUESTION;
    }

    /** Words spoken into a text that was begun by typing belong to that text; Enter sends it. */
    private void sendOrLeave() {
        if (willSend()) {
            around.turns().heard(talk.ago());
            around.replies().askFirst(interruption.with(around.line().take()));
            around.thinking().begin();
        } else if (sends) {
            around.turns().heard(talk.ago());
            around.submit().accept(around.line().take());
            around.thinking().begin();
        } else {
            around.display().refresh();
        }
    }

    /** Where a reply follows, its state has taken the place already. */
    private void clearState() {
        if (!around.replies().isRunning()) {
            around.display().state(ChatState.Still.IDLE);
        }
    }

    @Override
    public void mute() {
        around.display().notice(tr(Talk.MUTE));
    }

    @Override
    public void failed(AssistantException fault) {
        over.run();
        unheard.failed();
        if (interruption.isHalted()) {
            interruption.undo();
        }
        String hint = "";
        if (kept.sound().isPresent()) {
            dictation.clear(); // a part would be sent along with what is typed next, /retry too
            hint = tr(" Your recording was kept. /retry sends it again.");
        }
        around.display().notice(fault.userMessage() + hint);
        clearState();
        unheard.prune();
        outcome.ifPresent(o -> o.failed(fault));
    }
}
