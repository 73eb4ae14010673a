package dev.voicebot.turn;

import dev.voicebot.chat.ChatUsage;
import dev.voicebot.outcome.FaultKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One turn as it went, whatever its end; all times count from the question. */
public record TurnRecord(String question, Written written, Spoken spoken, End end, TurnTimings timings) {
    /** One that nobody timed. */
    public TurnRecord(String question, Written written, Spoken spoken, End end) {
        this(question, written, spoken, end, TurnTimings.NONE);
    }

    /**
     * The reply as the model wrote it, as far as it came.
     *
     * @param usage what the service counted; nothing when it was cut short or does not say
     * @param estimate about the same by the length of the texts, once the turn is over
     */
    public record Written(String model, String text, List<Piece> pieces, ChatUsage usage, ChatUsage estimate) {
        public Written {
            pieces = List.copyOf(pieces);
        }
    }

    /** A piece of the reply's text, and when it came. */
    public record Piece(Duration at, String text) {}

    /**
     * The reply as it sounded.
     *
     * @param characters what the service bills, by its own count where it gives one
     * @param began when the first sound went to the speaker; empty when there was none
     * @param wav where it is kept, if it is
     * @param fault why the voice failed before it had said all, if it did
     * @param shortenedAt characters of the reply that were spoken, where a long one was shortened
     */
    public record Spoken(
            String engine,
            String voice,
            long characters,
            Optional<Duration> began,
            Optional<Path> wav,
            Optional<FaultKind> fault,
            OptionalInt shortenedAt) {
        public static final Spoken NONE = new Spoken("", "", 0, Optional.empty(), Optional.empty());

        /** As whole as the reply is. */
        public Spoken(String engine, String voice, long characters, Optional<Duration> began, Optional<Path> wav) {
            this(engine, voice, characters, began, wav, Optional.empty(), OptionalInt.empty());
        }

        /** Whether the voice failed before it had said all. */
        public boolean broke() {
            return fault.isPresent();
        }
    }

    /**
     * How it ended.
     *
     * @param reached the beginning of the reply that reached the user, which is what the history remembers
     * @param fault the line that was told when it failed, else empty
     */
    public record End(Kind kind, String reached, String fault, Duration after) {
        /** The ways a turn ends; {@code RUNNING} has not. */
        public enum Kind {
            RUNNING,
            WHOLE,
            /** Whole as far as the service let the model write: it reached its longest length. */
            LENGTH,
            /** Whole as far as the service let the model write: a content filter stopped it. */
            CONTENT_FILTER,
            INTERRUPTED,
            FAILED
        }
    }
}
