package dev.voicebot.outcome;

import static dev.voicebot.text.Messages.tr;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The one way to fail: a kind, and one line that tells the user what to do next. */
public class AssistantException extends RuntimeException {
    private final FaultKind kind;

    public AssistantException(FaultKind kind, String message) {
        this(kind, message, null);
    }

    public AssistantException(FaultKind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public static AssistantException interrupted() {
        return new AssistantException(FaultKind.INTERRUPTED, tr("Interrupted."));
    }

    /** What the user is told of a bug. */
    public static AssistantException unforeseen(RuntimeException cause) {
        return new AssistantException(FaultKind.FAILED, tr("Internal error. The log has the details."), cause);
    }

    public FaultKind kind() {
        return kind;
    }

    /** The line for the user; never null, unlike {@link #getMessage()}. */
    public String userMessage() {
        return Objects.requireNonNullElse(getMessage(), kind.name());
    }
}
