package dev.voicebot.turn;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.chat.ChatUsage;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Looks on while a turn runs, and notes when its stages are reached; any thread. */
final class TurnWatch {
    private final LongSupplier nanoTime;
    private final Optional<Duration> heard;
    private final long begin;

    @GuardedBy("this")
    private Optional<Duration> firstToken = Optional.empty();

    @GuardedBy("this")
    private Optional<Duration> lastToken = Optional.empty();

    @GuardedBy("this")
    private Optional<Duration> firstPiece = Optional.empty();

    @GuardedBy("this")
    private Optional<Duration> firstAudio = Optional.empty();

    @GuardedBy("this")
    private int tokens;

    @GuardedBy("this")
    private int characters;

    private TurnWatch(LongSupplier nanoTime, Optional<Duration> heard) {
        this.nanoTime = nanoTime;
        this.heard = heard;
        this.begin = nanoTime.getAsLong();
    }

    /** {@code heard} is how long ago the last word was said, when the question was spoken. */
    static TurnWatch start(LongSupplier nanoTime, Optional<Duration> heard) {
        return new TurnWatch(nanoTime, heard);
    }

    /** Passes on what the turn tells. */
    Consumer<TurnEvent> on(Consumer<TurnEvent> events) {
        return event -> {
            note(event);
            events.accept(event);
        };
    }

    /** {@code usage} is what the service counted: a piece of its answer may hold several tokens. */
    synchronized TurnTimings timings(ChatUsage usage) {
        return new TurnTimings(
                heard,
                heard.orElse(Duration.ZERO),
                firstToken,
                lastToken,
                firstPiece,
                firstAudio,
                now(),
                Math.max(tokens, Math.toIntExact(usage.completionTokens())),
                characters);
    }

    private synchronized void note(TurnEvent event) {
        if (event instanceof TurnEvent.Token) {
            tokens++;
            lastToken = Optional.of(now());
            firstToken = firstToken.or(() -> lastToken);
        } else if (event instanceof TurnEvent.Voiced piece) {
            characters += piece.characters();
            firstPiece = firstPiece.or(() -> Optional.of(now()));
        } else if (event instanceof TurnEvent.SpeechBegan) {
            firstAudio = firstAudio.or(() -> Optional.of(now()));
        }
    }

    private Duration now() {
        return heard.orElse(Duration.ZERO).plusNanos(nanoTime.getAsLong() - begin);
    }
}
