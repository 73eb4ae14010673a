package dev.voicebot.cli;

import dev.voicebot.recordings.SavedReply;
import dev.voicebot.recordings.Selection;
import dev.voicebot.repl.SafeText;
import dev.voicebot.repl.TextColumns;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/** Saved replies as rows for people, or as JSON lines. */
final class RecordingTable {
    private static final int ROWS_AT_ONCE = 500;

    private final Session session;
    private final ZoneId zone;

    RecordingTable(Session session) {
        this.session = session;
        this.zone = session.now().getZone();
    }

    /** What {@code docs/schemas/recording.json} describes. */
    record Row(int number, String file, String time, double seconds, String question, String said) {}

    /** The newest reply has number 1, whatever was searched for: the number can be given to {@code replay}. */
    int print(List<Selection.Numbered> replies, int mended, boolean json) {
        if (mended > 0) {
            session.tell(mended + (mended == 1 ? " recording" : " recordings") + " of a crash repaired");
        }
        IntStream.iterate(0, from -> from < replies.size(), from -> from + ROWS_AT_ONCE)
                .mapToObj(from -> replies.subList(from, Math.min(from + ROWS_AT_ONCE, replies.size())))
                .toList()
                .parallelStream()
                .map(some -> lines(some, json))
                .forEachOrdered(session::print);
        if (replies.isEmpty()) {
            session.tell("no saved reply, or none that matches");
        }
        return ExitCode.DONE.number();
    }

    private String lines(List<Selection.Numbered> replies, boolean json) {
        StringBuilder lines = new StringBuilder();
        for (Selection.Numbered reply : replies) {
            lines.append(json ? json(reply) : row(reply)).append('\n');
        }
        return lines.toString();
    }

    private String json(Selection.Numbered numbered) {
        SavedReply reply = numbered.reply();
        return JsonLine.of(new Row(
                numbered.number(),
                reply.wav().toAbsolutePath().toString(),
                local(reply.time())
                        .truncatedTo(ChronoUnit.MILLIS)
                        .toOffsetDateTime()
                        .toString(),
                reply.length().toMillis() / 1000.0,
                reply.question(),
                reply.said()));
    }

    private String row(Selection.Numbered numbered) {
        SavedReply reply = numbered.reply();
        StringBuilder row = new StringBuilder();
        right(Integer.toString(numbered.number()), 4, row);
        time(local(reply.time()), row.append("  "));
        right(seconds(reply.length()), 8, row.append("  "));
        row.append("  ").append(reply.said().isEmpty() ? reply.name() : SafeText.row(reply.said()));
        return TextColumns.fit(row.toString(), session.outputColumns());
    }

    private ZonedDateTime local(Instant time) {
        return time.atZone(zone);
    }

    /** As in 2026-11-25 09:53:00; a formatter would take a sixth of the time that a long list takes. */
    private static void time(ZonedDateTime moment, StringBuilder row) {
        row.append(moment.toLocalDate());
        int second = moment.toLocalTime().toSecondOfDay();
        twoDigits(second / 3600, row.append(' '));
        twoDigits(second / 60 % 60, row.append(':'));
        twoDigits(second % 60, row.append(':'));
    }

    private static void twoDigits(int number, StringBuilder row) {
        row.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /** In tenths of a second. */
    static String seconds(Duration length) {
        long tenths = (length.toMillis() + 50) / 100;
        return tenths / 10 + "." + tenths % 10 + " s";
    }

    private static void right(String text, int columns, StringBuilder row) {
        for (int i = text.length(); i < columns; i++) {
            row.append(' ');
        }
        row.append(text);
    }
}
