package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;
import static dev.voicebot.text.Messages.trn;

import dev.voicebot.recordings.SavedReply;
import dev.voicebot.recordings.Selection;
import dev.voicebot.terminal.SafeText;
import dev.voicebot.terminal.TextColumns;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Saved replies as rows for people, or as JSON lines. */
final class RecordingTable {
    private final CommandContext context;
    private final ZoneId zone;

    RecordingTable(CommandContext context) {
        this.context = context;
        this.zone = context.now().getZone();
    }

    /** What {@code docs/schemas/recording.json} describes. */
    record Row(int number, String file, String time, double seconds, String question, String said) {}

    /** The newest reply has number 1, whatever was searched for: the number can be given to {@code replay}; gives how many. */
    int print(List<Selection.Numbered> replies, int mended, boolean json) {
        if (mended > 0) {
            context.tell(trn(
                    "%d recording repaired after a crash.", "%d recordings repaired after a crash.", mended, mended));
        }
        context.printLines(replies, reply -> json ? json(reply) : row(reply));
        if (replies.isEmpty()) {
            context.tell(tr("No saved reply matches."));
        }
        return replies.size();
    }

    private String json(Selection.Numbered numbered) {
        SavedReply reply = numbered.reply();
        return JsonLine.of(new Row(
                numbered.number(),
                reply.wav().toAbsolutePath().toString(),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        local(reply.time()).truncatedTo(ChronoUnit.MILLIS)),
                reply.length().toMillis() / 1000.0,
                reply.question(),
                reply.said()));
    }

    private String row(Selection.Numbered numbered) {
        SavedReply reply = numbered.reply();
        String row = new ListRow()
                .right(Integer.toString(numbered.number()), 4)
                .second(local(reply.time()))
                .right(seconds(reply.length()), 8)
                .text(reply.said().isEmpty() ? reply.name() : SafeText.row(reply.said()))
                .toString();
        return TextColumns.fit(row, context.outputColumns());
    }

    private ZonedDateTime local(Instant time) {
        return time.atZone(zone);
    }

    /** In tenths of a second. */
    static String seconds(Duration length) {
        long tenths = (length.toMillis() + 50) / 100;
        return tenths / 10 + "." + tenths % 10 + " s";
    }
}
