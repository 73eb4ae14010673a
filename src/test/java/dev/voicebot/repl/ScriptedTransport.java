package dev.voicebot.repl;

import dev.voicebot.turn.Transport;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A transport that writes down what was wanted of it. */
final class ScriptedTransport implements Transport {
    final Queue<String> wanted = new ConcurrentLinkedQueue<>();
    volatile boolean active = true;
    volatile boolean paused;
    volatile double speed = 1;

    volatile Optional<Progress> progress = Optional.empty();

    @Override
    public Optional<Progress> progress() {
        return progress;
    }

    @Override
    public boolean togglePause() {
        wanted.add("pause");
        paused = active && !paused;
        return active;
    }

    @Override
    public boolean skipSentence() {
        wanted.add("skip");
        return active;
    }

    @Override
    public boolean repeatSentence() {
        wanted.add("repeat");
        return active;
    }

    @Override
    public void faster() {
        wanted.add("faster");
        speed = 1.5;
    }

    @Override
    public void slower() {
        wanted.add("slower");
        speed = 0.8;
    }

    @Override
    public boolean isActive() {
        return active;
    }

    @Override
    public boolean isPaused() {
        return paused;
    }

    @Override
    public double speed() {
        return speed;
    }
}
