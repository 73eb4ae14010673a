package dev.voicebot.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What a run has found, as a table for people and as JSON. */
final class Report {
    private static final String BEGIN = "<!-- the bench writes from here -->";
    private static final String END = "<!-- to here -->";

    private final List<String> machine;
    private final Map<String, Map<String, TurnRow>> turns = new LinkedHashMap<>();
    private final Map<String, Figures> times = new LinkedHashMap<>();
    private final Map<String, String> others = new LinkedHashMap<>();
    private final StringBuilder tables = new StringBuilder();
    private final List<String> faults = new ArrayList<>();

    Report(List<String> machine) {
        this.machine = machine;
    }

    synchronized void turns(String services, Map<String, TurnRow> rows) {
        TurnRow ahead = rows.get(TurnBench.AHEAD);
        if (ahead != null) {
            other("asked ahead for nothing, " + services + ", every fifth transcript revised", ahead.waste());
        }
        turns.put(services, rows);
        rows.forEach((way, row) -> row.faults().forEach(fault -> faults.add(services + ", " + way + ": " + fault)));
    }

    synchronized void time(String what, Figures figures) {
        times.put(what, figures);
    }

    synchronized void other(String what, String value) {
        others.put(what, value);
    }

    /** Rows by their names, of as many cells as there are {@code columns}. */
    synchronized void table(String title, List<String> columns, Map<String, List<String>> rows) {
        tables.append("\n| ").append(title).append(" | ").append(String.join(" | ", columns));
        tables.append(" |\n|---|").append("---|".repeat(columns.size())).append('\n');
        rows.forEach((name, cells) -> tables.append("| ")
                .append(name.strip())
                .append(" | ")
                .append(String.join(" | ", cells))
                .append(" |\n"));
    }

    synchronized void fault(String what) {
        faults.add(what);
    }

    List<String> faults() {
        return faults;
    }

    synchronized String markdown() {
        StringBuilder text = new StringBuilder();
        machine.forEach(line -> text.append("- ").append(line).append('\n'));
        if (!turns.isEmpty()) {
            text.append(turnsShown());
        }
        if (!times.isEmpty()) {
            text.append("\n| what | median / 95 % / maximum, ms |\n|---|---|\n");
            times.forEach((what, figures) ->
                    text.append("| %s (%d) | %s |%n".formatted(what, figures.count(), figures.shown())));
        }
        if (!others.isEmpty()) {
            text.append("\n| what | |\n|---|---|\n");
            others.forEach((what, value) -> text.append("| %s | %s |%n".formatted(what, value)));
        }
        return text.append(tables).toString();
    }

    private String turnsShown() {
        StringBuilder text = new StringBuilder();
        text.append("\nFrom the end of the last word, in milliseconds: median / 95 % / maximum.\n\n");
        text.append("| services | way | transcript | first token | first audio at the speaker | floor | own overhead"
                + " | original ÷ voicebot |\n|---|---|---|---|---|---|---|---|\n");
        turns.forEach((profile, rows) -> rows.forEach((way, row) -> text.append(line(profile, way, row, rows))));
        text.append("\nWhere voicebot's own overhead comes from (medians, ms):\n\n| services | ");
        TurnRow.STAGES.forEach(stage -> text.append(stage).append(" | "));
        text.append("\n|---|").append("---|".repeat(TurnRow.STAGES.size())).append('\n');
        turns.forEach(
                (profile, rows) -> text.append(stages(profile, Objects.requireNonNull(rows.get(TurnBench.VOICEBOT)))));
        return text.toString();
    }

    private static String line(String profile, String way, TurnRow row, Map<String, TurnRow> rows) {
        TurnRow own = rows.get(TurnBench.VOICEBOT);
        String ratio = own == null || !way.equals(TurnBench.ORIGINAL) || own.firstAudio.isEmpty()
                ? ""
                : String.format(Locale.ROOT, "%.1f", row.firstAudio.median() / own.firstAudio.median());
        return "| %s | %s (%d) | %s | %s | %s | %s | %s | %s |%n"
                .formatted(
                        profile,
                        way,
                        row.firstAudio.count(),
                        row.transcript.shown(),
                        row.firstToken.shown(),
                        row.firstAudio.shown(),
                        row.floor.shown(),
                        row.overhead.shown(),
                        ratio);
    }

    private static String stages(String profile, TurnRow row) {
        StringBuilder line = new StringBuilder("| " + profile + " | ");
        row.stages
                .values()
                .forEach(stage -> line.append(Figures.shown(stage.median())).append(" | "));
        return line.append('\n').toString();
    }

    synchronized void writeJson(Path file) throws IOException {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        machine.forEach(root.putArray("machine")::add);
        ObjectNode profiles = root.putObject("turns");
        turns.forEach((profile, rows) -> {
            ObjectNode ways = profiles.putObject(profile);
            rows.forEach((way, row) -> json(ways.putObject(way), row));
        });
        ObjectNode timed = root.putObject("times_ms");
        times.forEach((what, figures) -> json(timed.putObject(what), figures));
        ObjectNode rest = root.putObject("others");
        others.forEach(rest::put);
        faults.forEach(root.putArray("faults")::add);
        Files.writeString(
                file, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
    }

    private static void json(ObjectNode to, TurnRow row) {
        json(to.putObject("transcript"), row.transcript);
        json(to.putObject("first_token"), row.firstToken);
        json(to.putObject("first_audio"), row.firstAudio);
        json(to.putObject("floor"), row.floor);
        json(to.putObject("overhead"), row.overhead);
        row.stages.forEach((stage, figures) -> json(to.putObject(stage), figures));
    }

    private static void json(ObjectNode to, Figures figures) {
        to.put("count", figures.count());
        if (!figures.isEmpty()) {
            to.put("median", figures.median()).put("p95", figures.p95()).put("max", figures.max());
        }
    }

    /** Puts the table in its place in a document, or makes one of it. */
    void writeMarkdown(Path file) throws IOException {
        String text = Files.exists(file) ? Files.readString(file) : "";
        int from = text.indexOf(BEGIN);
        int to = text.indexOf(END);
        String table = markdown();
        String whole = from >= 0 && to > from
                ? text.substring(0, from + BEGIN.length()) + "\n\n" + table + "\n" + text.substring(to)
                : table;
        Files.writeString(file, whole);
    }
}
