package dev.voicebot.sessions;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.format.DateTimeFormatter;

/** Kept conversations as JSON documents; {@code docs/sessions.md} says what the fields mean. */
public final class SessionJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SessionJson() {}

    /** A whole conversation; its turns as in its file. */
    public static String of(SavedSession session) {
        ObjectNode document = JSON.createObjectNode();
        document.put("session", session.id());
        document.put("started", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(session.started()));
        document.put("engines", session.engines());
        ArrayNode turns = document.putArray("turns");
        session.turns().forEach(turn -> turns.add(TurnLine.of(turn)));
        return document.toPrettyString();
    }

    /** A line of the list. */
    public static String of(SessionSummary session) {
        return JSON.createObjectNode()
                .put("session", session.id())
                .put("used", session.used().toString())
                .put("turns", session.turns())
                .put("first_words", session.firstWords())
                .toString();
    }

    /** A line of what was found. */
    public static String of(SessionHit hit) {
        return JSON.createObjectNode()
                .put("session", hit.id())
                .put("turn", hit.turn().number())
                .put(
                        "asked",
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(hit.turn().asked()))
                .put("question", hit.turn().question())
                .put("reply", hit.turn().reply())
                .toString();
    }
}
