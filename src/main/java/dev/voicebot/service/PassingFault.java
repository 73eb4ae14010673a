package dev.voicebot.service;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A fault of the network or a service that may be over in a moment: the same request may then succeed. */
public final class PassingFault extends AssistantException {
    private static final String LONGEST = "999999999"; // seconds, 31 years

    private final String problem;
    private final Optional<Duration> after;

    /**
     * Of kind SERVICE.
     *
     * @param problem a sentence that says what failed
     * @param advice a sentence that says what the user can do
     * @param after the time after which the service wants to be asked again; empty where it did not say
     */
    public PassingFault(String problem, String advice, Optional<Duration> after, @Nullable Throwable cause) {
        super(FaultKind.SERVICE, advice.isEmpty() ? problem : tr("%s %s", problem, advice), cause);
        this.problem = problem;
        this.after = after;
    }

    /** The same for a fault of which the caller knows that it may pass; a fault of another kind stays what it is. */
    public static AssistantException of(AssistantException fault) {
        boolean stays = fault instanceof PassingFault || fault.kind() != FaultKind.SERVICE;
        return stays ? fault : new PassingFault(fault.userMessage(), "", Optional.empty(), fault.getCause());
    }

    /** What failed, without advice. */
    public String problem() {
        return problem;
    }

    /** The time after which the service wants to be asked again. */
    public Optional<Duration> after() {
        return after;
    }

    /** What a {@code Retry-After} field says: seconds, or a date; empty where it is neither. */
    public static Optional<Duration> after(String field, Instant now) {
        String text = field.strip();
        if (text.matches("\\d+")) {
            long seconds = text.length() > LONGEST.length() ? Long.parseLong(LONGEST) : Long.parseLong(text);
            return Optional.of(Duration.ofSeconds(seconds));
        }
        try {
            Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration left = Duration.between(now, date);
            return Optional.of(left.isNegative() ? Duration.ZERO : left);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
