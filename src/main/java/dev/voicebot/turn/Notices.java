package dev.voicebot.turn;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells each trouble once in a conversation, however often it comes back; any thread. */
final class Notices {
    private static final Logger log = LoggerFactory.getLogger(Notices.class);
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    void tell(String line, Exception cause, Consumer<TurnEvent> events) {
        log.warn("{}", line, cause);
        if (told.add(line)) {
            events.accept(new TurnEvent.Notice(line));
        }
    }
}
