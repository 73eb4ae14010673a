package dev.voicebot.sessions;

import dev.voicebot.text.Messages;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One turn of a kept conversation; times count from the question. */
public record SavedTurn(int number, Question question, Reply reply, Sound sound, Counts counts) {
    /** What was asked; {@code talk} when it was spoken rather than typed. */
    public record Question(OffsetDateTime asked, String text, Optional<Talk> talk) {}

    /** How the question was spoken. */
    public record Talk(Duration sound, List<TimedText> partials) {
        public Talk {
            partials = List.copyOf(partials);
        }
    }

    /**
     * What was answered.
     *
     * @param tokens the text in pieces, each with the time it came; empty where that was not kept
     * @param heard what the user heard or read of it, which is what the conversation remembers
     * @param fault the line that was told when it failed, else empty
     */
    public record Reply(
            String model, String text, List<TimedText> tokens, End end, String heard, String fault, Duration after) {
        public Reply {
            tokens = List.copyOf(tokens);
        }
    }

    /** A text and when it came. */
    public record TimedText(Duration at, String text) {}

    /** How a turn ended; {@code CUT} when the program did before it. */
    public enum End {
        WHOLE(""),
        INTERRUPTED(Messages.mark("interrupted")),
        FAILED(Messages.mark("failed")),
        CUT(Messages.mark("cut off")),
        LENGTH(Messages.mark("cut off at its maximum length")),
        CONTENT_FILTER(Messages.mark("stopped by a content filter"));

        private final String mark;

        End(String mark) {
            this.mark = mark;
        }

        /** What to say of it behind the reply; empty where that is whole. */
        public String mark() {
            return mark;
        }
    }

    /**
     * How it sounded; {@code began} and {@code wav} are empty when it was not heard, or not kept.
     *
     * @param broke whether the voice failed before it had said all
     * @param shortenedAt characters of the reply that were spoken, where a long one was shortened
     */
    public record Sound(
            String engine,
            String voice,
            Optional<Duration> began,
            Optional<Path> wav,
            boolean broke,
            OptionalInt shortenedAt) {
        public Sound(String engine, String voice, Optional<Duration> began, Optional<Path> wav) {
            this(engine, voice, began, wav, false, OptionalInt.empty());
        }
    }

    /** What the services counted. */
    public record Counts(long promptTokens, long completionTokens, long characters) {}

    public String asked() {
        return question.text();
    }

    public String answered() {
        return reply.text();
    }

    /** Whether the rest of the reply can still be had. */
    boolean isUnfinished() {
        return switch (reply.end()) {
            case INTERRUPTED, FAILED, CUT, LENGTH -> true;
            case WHOLE, CONTENT_FILTER -> false;
        };
    }

    /** Whether there is something to remember of it. */
    boolean isRemembered() {
        return !reply.heard().isBlank();
    }
}
