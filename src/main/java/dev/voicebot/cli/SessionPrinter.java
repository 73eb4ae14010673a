package dev.voicebot.cli;

import dev.voicebot.repl.SafeText;
import dev.voicebot.repl.TextColumns;
import dev.voicebot.sessions.SavedSession;
import dev.voicebot.sessions.SessionHit;
import dev.voicebot.sessions.SessionJson;
import dev.voicebot.sessions.SessionSummary;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Prints kept conversations as tables and documents; gives the exit code. */
final class SessionPrinter {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Output output;
    private final ZoneId zone;

    SessionPrinter(Output output, ZoneId zone) {
        this.output = output;
        this.zone = zone;
    }

    int list(List<SessionSummary> sessions) {
        sessions.forEach(session -> row(String.format(
                Locale.ROOT,
                "%-18s  %s  %4d  %s",
                session.id(),
                MINUTE.format(session.used().atZone(zone)),
                session.turns(),
                SafeText.row(session.firstWords()))));
        if (sessions.isEmpty()) {
            output.tell("no conversation is kept yet: start one with 'voicebot chat'");
        }
        return ExitCode.DONE.number();
    }

    int listJson(List<SessionSummary> sessions) {
        sessions.forEach(session -> output.printLine(SessionJson.of(session)));
        return ExitCode.DONE.number();
    }

    int hits(List<SessionHit> hits, String words) {
        hits.forEach(hit -> row(String.format(
                Locale.ROOT, "%-18s  %4d  %s", hit.id(), hit.turn().number(), SafeText.row(hit.excerpt()))));
        if (hits.isEmpty()) {
            output.tell("no conversation holds '" + words + "'");
        }
        return ExitCode.DONE.number();
    }

    int hitsJson(List<SessionHit> hits) {
        hits.forEach(hit -> output.printLine(SessionJson.of(hit)));
        return ExitCode.DONE.number();
    }

    int show(SavedSession session, SessionFormat format) {
        output.print(format.of(session, zone));
        return ExitCode.DONE.number();
    }

    private void row(String text) {
        output.printLine(TextColumns.fit(text, output.columns()));
    }
}
