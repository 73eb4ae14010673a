package dev.voicebot.sessions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Reads a session's file, also while another process writes it. */
final class SessionReader {
    private static final String TURN = "{\"turn\":";
    private static final String UNDO = "{\"undo\":";

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

    /** Without reading more of each turn than must be: a list is made of many files. */
    static SessionSummary summarize(Path file) throws IOException {
        Instant used = Files.getLastModifiedTime(file).toInstant();
        Map<Integer, String> turns = new LinkedHashMap<>();
        try (BufferedReader reader = open(file)) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                if (text.startsWith(TURN)) {
                    turns.put(numberIn(text, TURN), text);
                } else if (text.startsWith(UNDO)) {
                    turns.remove(numberIn(text, UNDO));
                }
            }
        }
        String first = turns.values().stream()
                .findFirst()
                .map(text -> JsonLines.parse(text).path("question").asText())
                .orElse("");
        return new SessionSummary(SessionFolder.idOf(file), used, turns.size(), first);
    }

    /** The largest number a turn of it has, and where it was kept. */
    static int lastNumber(Path file) throws IOException {
        try (Stream<String> lines = open(file).lines()) {
            return lines.filter(line -> line.startsWith(TURN))
                    .mapToInt(line -> numberIn(line, TURN))
                    .max()
                    .orElse(0);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static int numberIn(String line, String prefix) {
        int end = prefix.length();
        while (end < line.length() && end < prefix.length() + 9 && Character.isDigit(line.charAt(end))) {
            end++;
        }
        return end == prefix.length() ? 0 : Integer.parseInt(line.substring(prefix.length(), end));
    }

    /** Lenient: half a character at a torn end is no fault. */
    private static BufferedReader open(Path file) throws IOException {
        return new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
    }
}
