package dev.voicebot.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One connection of a trace that {@code voicebot --trace} wrote.
 *
 * @param kind {@code http} or {@code ws}
 * @param events all after the request, in order
 */
record RecordedConnection(String kind, String path, List<Event> events) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The connections of a trace, in the order in which they began. */
    static List<RecordedConnection> read(Path file) throws IOException {
        Map<Integer, List<JsonNode>> byConnection = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode event = JSON.readTree(line);
            byConnection
                    .computeIfAbsent(event.path("connection").asInt(), number -> new ArrayList<>())
                    .add(event);
        }
        return byConnection.values().stream().map(RecordedConnection::of).toList();
    }

    private static RecordedConnection of(List<JsonNode> lines) {
        List<Event> events = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            long since = lines.get(i).path("time").asLong()
                    - lines.get(i - 1).path("time").asLong();
            events.add(new Event(Duration.ofMillis(since), lines.get(i)));
        }
        JsonNode begin = lines.get(0);
        return new RecordedConnection(
                begin.path("kind").asText(), begin.path("path").asText(), List.copyOf(events));
    }

    boolean isFor(String wantedKind, String wantedPath) {
        return kind.equals(wantedKind) && withoutEnd(path).equals(withoutEnd(wantedPath));
    }

    private static String withoutEnd(String path) {
        return path.replaceFirst("\\?.*", "").replaceFirst("/$", "");
    }

    /** What happened so long after the event before. */
    record Event(Duration delay, JsonNode line) {
        boolean is(String direction, String event) {
            return line.path("direction").asText().equals(direction)
                    && line.path("event").asText().equals(event);
        }

        String text() {
            return line.path("text").asText();
        }
    }
}
