package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.sessions.SavedSession;
import dev.voicebot.sessions.SessionHit;
import dev.voicebot.sessions.SessionJson;
import dev.voicebot.sessions.SessionSummary;
import dev.voicebot.terminal.SafeText;
import dev.voicebot.terminal.TextColumns;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** Prints kept conversations as tables and documents; gives the exit code. */
final class SessionPrinter {
    private final Output output;
    private final ZoneId zone;

    SessionPrinter(Output output, ZoneId zone) {
        this.output = output;
        this.zone = zone;
    }

    int list(List<SessionSummary> sessions, boolean json) {
        output.printLines(sessions, json ? SessionJson::of : this::row);
        if (sessions.isEmpty() && !json) {
            output.tell(tr("No saved conversations yet. Start one with 'voicebot chat'."));
        }
        return ExitCode.DONE.number();
    }

    /** As {@code grep} ends: by whether anything was found. */
    int hits(Stream<List<SessionHit>> found, String words, boolean json) {
        AtomicBoolean any = new AtomicBoolean();
        found.forEach(hits -> {
            any.set(true);
            output.printLines(hits, json ? SessionJson::of : this::row);
        });
        if (any.get()) {
            return ExitCode.DONE.number();
        }
        if (!json) {
            output.tell(tr("No conversation contains '%s'.", words));
        }
        return ExitCode.NOTHING_FOUND.number();
    }

    int show(SavedSession session, SessionFormat format) {
        output.print(format.of(session, zone));
        return ExitCode.DONE.number();
    }

    private String row(SessionSummary session) {
        return fit(new ListRow()
                .left(session.id(), 18)
                .minute(session.used().atZone(zone))
                .right(Integer.toString(session.turns()), 4)
                .text(SafeText.row(session.firstWords())));
    }

    private String row(SessionHit hit) {
        return fit(new ListRow()
                .left(hit.id(), 18)
                .right(Integer.toString(hit.turn().number()), 4)
                .text(SafeText.row(hit.excerpt())));
    }

    private String fit(ListRow row) {
        return TextColumns.fit(row.toString(), output.columns());
    }
}
