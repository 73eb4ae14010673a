package dev.voicebot.chat;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;

/** The model takes no conversation this long; one with fewer turns may do. Nothing was answered. */
public final class HistoryTooLongException extends AssistantException {
    public HistoryTooLongException(String message, Throwable cause) {
        super(FaultKind.SERVICE, message, cause);
    }
}
