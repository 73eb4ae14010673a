package dev.voicebot.turn;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.turn.TurnEvent.Playing;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Moves through whatever player is at work; any thread, and under no lock of a player's. */
final class PlayerTransport implements Transport {
    private static final double[] SPEEDS = {0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3};
    private static final int NATURAL = 5;

    @GuardedBy("this")
    private int step = NATURAL;

    @GuardedBy("this")
    private @Nullable Player player;

    private Consumer<TurnEvent> events = event -> {};

    @Override
    public synchronized boolean togglePause() {
        Player speaking = player;
        if (speaking == null) {
            return false;
        }
        speaking.togglePause();
        tell();
        return true;
    }

    @Override
    public synchronized boolean skipSentence() {
        Player speaking = player;
        if (speaking == null) {
            return false;
        }
        speaking.skipSentence();
        return true;
    }

    @Override
    public synchronized boolean repeatSentence() {
        Player speaking = player;
        if (speaking == null) {
            return false;
        }
        speaking.repeatSentence();
        return true;
    }

    @Override
    public void faster() {
        go(1);
    }

    @Override
    public void slower() {
        go(-1);
    }

    @Override
    public synchronized Optional<Progress> progress() {
        return Optional.ofNullable(player).map(Player::progress);
    }

    @Override
    public synchronized boolean isActive() {
        return player != null;
    }

    @Override
    public synchronized boolean isPaused() {
        return player != null && player.isPaused();
    }

    @Override
    public synchronized double speed() {
        return SPEEDS[step];
    }

    synchronized void attach(Player speaking, Consumer<TurnEvent> told) {
        player = speaking;
        events = told;
    }

    synchronized void detach(Player over) {
        if (player == over) {
            player = null;
            events = event -> {};
        }
    }

    private synchronized void go(int steps) {
        int before = step;
        step = Math.max(0, Math.min(SPEEDS.length - 1, step + steps));
        if (player != null && step != before) {
            player.setSpeed(SPEEDS[step]);
        }
        tell();
    }

    private synchronized void tell() {
        events.accept(new Playing(isPaused(), speed()));
    }
}
