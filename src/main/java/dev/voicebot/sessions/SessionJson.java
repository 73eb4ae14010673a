package dev.voicebot.sessions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Kept conversations as JSON documents; {@code docs/sessions.md} says what the fields mean. */
public final class SessionJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SessionJson() {}

    /** A whole conversation; its turns as in its file. */
    public static String of(SavedSession session) {
        ObjectNode document = JSON.createObjectNode();
        document.put("session", session.id());
        document.put("started", session.started().toString());
        document.put("engines", session.engines());
        ArrayNode turns = document.putArray("turns");
        session.turns().forEach(turn -> turns.add(TurnLine.of(turn)));
        return text(document);
    }

    public static String ofList(List<SessionSummary> sessions) {
        ArrayNode list = JSON.createArrayNode();
        sessions.forEach(session -> list.addObject()
                .put("session", session.id())
                .put("used", session.used().toString())
                .put("turns", session.turns())
                .put("first_words", session.firstWords()));
        return text(list);
    }

    public static String ofHits(List<SessionHit> hits) {
        ArrayNode list = JSON.createArrayNode();
        hits.forEach(hit -> list.addObject()
                .put("session", hit.id())
                .put("turn", hit.turn().number())
                .put("asked", hit.turn().question().asked().toString())
                .put("question", hit.turn().asked())
                .put("reply", hit.turn().answered()));
        return text(list);
    }

    private static String text(JsonNode document) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that is no JSON", e);
        }
    }
}
