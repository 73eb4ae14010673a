package dev.voicebot.sessions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.voicebot.files.PrivateFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a session's file, also while another process writes it. */
final class SessionReader {
    private SessionReader() {}

    static SavedSession read(Path file) throws IOException {
        ObjectNode header = JsonLines.parse("");
        Map<Integer, SavedTurn> turns = new LinkedHashMap<>();
        try (BufferedReader reader = open(file)) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                ObjectNode line = JsonLines.parse(text);
                if (line.has("session")) {
                    header = line;
                } else if (line.has("question")) {
                    SavedTurn turn = TurnLine.read(line);
                    turns.put(turn.number(), turn);
                } else if (line.has("undo")) {
                    turns.remove(line.path("undo").asInt());
                }
            }
        }
        return new SavedSession(
                SessionFolder.idOf(file),
                TurnLine.time(header.path("started").asText()),
                header.path("engines").asText(),
                turns.values().stream().toList());
    }

    /** Without reading more of it as JSON than must be: a list is made of many files. */
    static SessionSummary summarize(Path file, RawSession session) {
        List<Integer> turns = session.turns();
        if (turns.isEmpty()) {
            return new SessionSummary(SessionFolder.idOf(file), Instant.EPOCH, 0, "");
        }
        return new SessionSummary(
                SessionFolder.idOf(file),
                TurnText.askedOf(session.bytes(), turns.get(turns.size() - 1)).toInstant(),
                turns.size(),
                TurnText.questionOf(session.bytes(), turns.get(0)));
    }

    /** Lenient: half a character at a torn end is no fault. */
    private static BufferedReader open(Path file) throws IOException {
        return new BufferedReader(new InputStreamReader(PrivateFiles.input(file), StandardCharsets.UTF_8));
    }
}
