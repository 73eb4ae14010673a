package dev.voicebot.doctor;

import static dev.voicebot.text.Messages.tr;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a {@link TurnsReport} says to the user, with advice, and to programs. */
public record TurnsSummary(TurnsReport report) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One line, with what to do when it is not well. */
    public String verdict() {
        if (report.fault().isPresent()) {
            return tr("Nothing you read was heard. Check 'voicebot doctor --loop' and the microphone's level.");
        }
        return TurnAdvice.of(report).isEmpty() ? tr("No change of settings is needed.") : tr("See the suggestions.");
    }

    /** One line per measurement. */
    public List<LoopReport.Line> lines() {
        List<LoopReport.Line> lines = new ArrayList<>(List.of(
                new LoopReport.Line(
                        tr("room"),
                        tr(
                                "silence %.0f dB, noise %.0f dB",
                                report.room().silence(), report.room().noise())),
                new LoopReport.Line(
                        tr("false starts"),
                        tr(
                                "%d in silence, %d in noise",
                                report.room().inSilence(), report.room().inNoise())),
                new LoopReport.Line(
                        tr("heard"),
                        tr(
                                "%d of %d lines",
                                report.all().count() - report.notHeard(),
                                report.all().count())),
                new LoopReport.Line(tr("cut off"), cutOffText()),
                new LoopReport.Line(tr("end missed"), tr("%d times", report.missedEnds())),
                new LoopReport.Line(tr("wait"), waitText()),
                new LoopReport.Line(
                        tr("echo"), report.over().map(TurnsSummary::echoText).orElse("-")),
                new LoopReport.Line(
                        tr("interrupting"),
                        report.over().map(TurnsSummary::overText).orElse("-"))));
        TurnAdvice.of(report).forEach(advice -> lines.add(new LoopReport.Line(tr("suggestion"), advice.text())));
        return lines;
    }

    private String cutOffText() {
        return tr(
                "%d times in sentences, %d times in pauses",
                report.sentences().stream()
                        .mapToInt(TurnsReport.Reading::cutOff)
                        .sum(),
                report.pauses().stream().mapToInt(TurnsReport.Reading::cutOff).sum());
    }

    private String waitText() {
        List<Duration> waits = report.waits();
        return waits.isEmpty()
                ? "-"
                : tr(
                        "median %d ms, at most %d ms",
                        waits.get((waits.size() - 1) / 2).toMillis(),
                        waits.get(waits.size() - 1).toMillis());
    }

    private static String echoText(TurnsReport.Over over) {
        return over.echo()
                .map(level -> String.format(Locale.ROOT, "%.0f dB", level))
                .orElseGet(() -> tr("none"));
    }

    private static String overText(TurnsReport.Over over) {
        String heard = over.interrupted() ? tr("you were heard") : tr("you were not heard");
        return over.byItself() == 0 ? heard : tr("%s, and %d times without you", heard, over.byItself());
    }

    /** What {@code docs/schemas/doctor-turns.json} describes. */
    public String json(int exit) {
        ObjectNode root = JSON.createObjectNode()
                .put("works", report.fault().isEmpty())
                .put("exit", exit)
                .put("verdict", verdict())
                .put("detector", report.byModel() ? "model" : "loudness")
                .put("turn_model", report.hasTurnModel());
        root.putObject("room")
                .put("silence_db", Math.round(report.room().silence()))
                .put("noise_db", Math.round(report.room().noise()))
                .put("seconds", report.room().length().toSeconds());
        root.putObject("false_starts")
                .put("silence", report.room().inSilence())
                .put("noise", report.room().inNoise());
        root.putObject("lines")
                .put("read", report.all().count())
                .put("not_heard", report.notHeard())
                .put("cut_offs", report.cutOffs())
                .put("missed_ends", report.missedEnds());
        List<Duration> waits = report.waits();
        if (!waits.isEmpty()) {
            root.putObject("wait_ms")
                    .put("median", waits.get((waits.size() - 1) / 2).toMillis())
                    .put("most", waits.get(waits.size() - 1).toMillis());
        }
        report.over().ifPresent(it -> {
            ObjectNode reply = root.putObject("reply")
                    .put("interrupted", it.interrupted())
                    .put("false_interruptions", it.byItself());
            it.echo().ifPresent(echo -> reply.put("echo_db", Math.round(echo)));
        });
        ArrayNode suggestions = root.putArray("suggestions");
        TurnAdvice.of(report)
                .forEach(advice -> suggestions
                        .addObject()
                        .put("setting", advice.setting())
                        .put("value", advice.value())
                        .put("reason", advice.reason()));
        return root.toString();
    }
}
