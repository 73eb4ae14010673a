package dev.voicebot.turn;

import static dev.voicebot.text.Messages.tr;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks the next reply. A voice that fails in two replies after each other is given up for a while; where another
 * one can stand in, that speaks instead, after the first. Any thread.
 */
final class Voices {
    private static final int MOST_FAILURES = 2;
    private static final Duration REST = Duration.ofMinutes(2);

    private final LongSupplier nanos;
    private volatile boolean on; // read by who must not wait
    private Optional<SpeechOutput> chosen; // guarded by this, as all below
    private Optional<Supplier<SpeechOutput>> standIn = Optional.empty();
    private @Nullable SpeechOutput standingIn;
    private int failures; // replies after each other
    private long restsUntil; // nanoTime
    private boolean rests;
    private boolean told;

    Voices(Optional<SpeechOutput> chosen, LongSupplier nanos) {
        this.chosen = chosen;
        this.on = chosen.isPresent();
        this.nanos = nanos;
    }

    /** Another voice, for the time that the chosen one fails; it is made when it is needed. */
    synchronized void standIn(Supplier<SpeechOutput> other) {
        standIn = Optional.of(other);
    }

    /** Without a voice it stays off. */
    synchronized void turn(boolean wanted) {
        on = wanted && chosen.isPresent();
    }

    /** Whether replies are spoken, when the voice works. */
    boolean isOn() {
        return on;
    }

    /** Who speaks now; nobody where there is no voice, it is off, or it has a rest and none stands in. */
    synchronized Optional<SpeechOutput> now() {
        if (!on) {
            return Optional.empty();
        }
        if (rests && nanos.getAsLong() - restsUntil >= 0) {
            rests = false;
        }
        return rests ? standIn.map(this::standingIn) : chosen;
    }

    private SpeechOutput standingIn(Supplier<SpeechOutput> other) {
        SpeechOutput voice = standingIn;
        if (voice == null) {
            voice = other.get();
            standingIn = voice;
        }
        return voice;
    }

    /** The choice is another from now on, which has not failed yet. */
    synchronized void change(UnaryOperator<SpeechOutput> change) {
        chosen = chosen.map(change);
        failures = 0;
        rests = false;
    }

    /** A reply was spoken by {@code voice} to its end, or that voice failed; {@code notice} receives a line for the user. */
    synchronized void spoke(SpeechOutput voice, boolean failed, Consumer<String> notice) {
        if (chosen.filter(it -> it.equals(voice)).isEmpty()) {
            return;
        }
        failures = failed ? failures + 1 : 0;
        if (failures >= (standIn.isPresent() ? 1 : MOST_FAILURES)) {
            rests = true;
            restsUntil = nanos.getAsLong() + REST.toNanos();
            tell(notice);
        }
    }

    private void tell(Consumer<String> notice) {
        if (!told) {
            told = true;
            notice.accept(standIn.map(other -> tr(
                            "The voice failed: %s speaks until it is back.",
                            standingIn(other).engine()))
                    .orElse(tr("The voice keeps failing: replies are text only until it is back.")));
        }
    }
}
