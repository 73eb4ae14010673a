package dev.voicebot.turn;

import dev.voicebot.audio.AudioOutput;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.SilentOutput;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Interrupts;
import dev.voicebot.threads.Worker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Plays a sound that is still growing, on the thread {@code playback}: it can wait, go back and forth, and change its
 * speed. Each stretch played in one go is a playback of its own; to leave it, the speaker is stopped, which tells how
 * much of it was heard, and the next stretch begins there. Only what was heard counts: what the speaker's buffer held is
 * played again. Other threads may call any method and never wait.
 */
final class Player {
    private final int sampleRate;
    private final PlayHead head;
    private final Listener listener;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile AudioOutput output;
    // playback thread
    private boolean begun;
    private boolean proven;

    /** Who hears of a player's doings, on its thread. */
    interface Listener {
        /** The first sound goes to the speaker. */
        void began();

        /** The speaker works: so much was heard that it cannot be in its buffer. Once at most. */
        void audible();

        /** The speaker does not work: the rest is not heard. */
        void failed(AssistantException trouble);
    }

    Player(AudioOutput output, int sampleRate, double speed, Timeline timeline, Listener listener) {
        this.output = output;
        this.sampleRate = sampleRate;
        this.head = new PlayHead(sampleRate, speed, timeline);
        this.listener = listener;
    }

    /** Opens the speaker behind the caller's back. */
    void start() {
        Worker.PLAYBACK.start(this::run);
    }

    /** The sound goes on. */
    void add(PcmFrame frame) {
        head.add(frame);
    }

    /** No more sound comes. */
    void whole() {
        head.whole();
    }

    /** The timeline knows more. */
    void learnt() {
        head.learnt();
    }

    /** Silence, for good; whoever waits for the end does so no longer. */
    void stop() {
        head.stop();
    }

    /** Whether all was heard, or the player was stopped, in time; an interrupt counts as no. */
    boolean awaitEnd(Duration atMost) {
        try {
            return ended.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Interrupts.keep(e);
            return false;
        }
    }

    /** Silence until it is called again. */
    void togglePause() {
        head.togglePause();
    }

    boolean isPaused() {
        return head.isPaused();
    }

    /** Goes to the next sentence; waits for its sound, if need be. */
    void skipSentence() {
        head.skipSentence();
    }

    /** Goes back to the beginning of the sentence, or from there to the one before. */
    void repeatSentence() {
        head.repeatSentence();
    }

    /** Takes effect at once. */
    void setSpeed(double factor) {
        head.setSpeed(factor);
    }

    /** How many samples of the sound have been heard, as if from its beginning. */
    long heard() {
        return head.heard();
    }

    Transport.Progress progress() {
        return head.progress();
    }

    /** False once there is no speaker that works. */
    boolean isAudible() {
        return output.isAudible();
    }

    private void run() {
        try {
            boolean over = false;
            while (!over) {
                over = playStretch();
            }
        } catch (InterruptedException e) {
            Interrupts.keep(e);
        } finally {
            ended.countDown();
        }
    }

    /** Plays until somebody wants it otherwise; true at the end. */
    private boolean playStretch() throws InterruptedException {
        try {
            Optional<Stretch> opened = open();
            return opened.isEmpty() || play(opened.get());
        } catch (AssistantException e) {
            goSilent(e);
            return false;
        }
    }

    /** Empty when stopped. */
    private Optional<Stretch> open() throws InterruptedException {
        return head.awaitWanted() ? head.begin(output.start(sampleRate)) : Optional.empty();
    }

    private boolean play(Stretch stretch) throws InterruptedException {
        for (Optional<short[]> piece = head.take(stretch); piece.isPresent(); piece = head.take(stretch)) {
            if (!begun) {
                begun = true;
                listener.began();
            }
            stretch.play(piece.get());
            prove(head.heard() > sampleRate);
        }
        stretch.finish();
        boolean over = head.isOver(stretch);
        prove(over && head.heard() > 0);
        return over;
    }

    private void prove(boolean heard) {
        if (heard && !proven && output.isAudible()) {
            proven = true;
            listener.audible();
        }
    }

    private void goSilent(AssistantException trouble) {
        output = new SilentOutput();
        if (!head.leaveBroken()) {
            listener.failed(trouble);
        }
    }
}
