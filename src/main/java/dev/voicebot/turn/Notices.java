package dev.voicebot.turn;

import dev.voicebot.outcome.AssistantException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells each trouble once in a conversation, however often it comes back; the speaker's once until it works again. Any
 * thread.
 */
final class Notices {
    private static final Logger log = LoggerFactory.getLogger(Notices.class);
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean speakerFails = new AtomicBoolean();

    void tell(String line, Exception cause, Consumer<TurnEvent> events) {
        log.warn("{}", line, cause);
        if (told.add(line)) {
            events.accept(new TurnEvent.Notice(line));
        }
    }

    /** One device, one trouble: it is disconnected first, then missing, then does not answer. */
    void tellOfSpeaker(AssistantException trouble, Consumer<TurnEvent> events) {
        log.warn("{}", trouble.userMessage(), trouble);
        if (isFirstOfSpeaker()) {
            events.accept(new TurnEvent.Notice(trouble.userMessage()));
        }
    }

    /** Whether the speaker's trouble has not been told yet; it is now. */
    boolean isFirstOfSpeaker() {
        return !speakerFails.getAndSet(true);
    }

    void speakerWorks() {
        speakerFails.set(false);
    }
}
