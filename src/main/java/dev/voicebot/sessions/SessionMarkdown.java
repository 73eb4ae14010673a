package dev.voicebot.sessions;

import static dev.voicebot.text.Messages.tr;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A kept conversation as Markdown: what was asked as a quote, what was answered as it is. */
public final class SessionMarkdown {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private final ZoneId zone;

    /** Times are told as the clocks in {@code zone} show them. */
    public SessionMarkdown(ZoneId zone) {
        this.zone = zone;
    }

    public String of(SavedSession session) {
        StringBuilder text = new StringBuilder("# ")
                .append(tr("Conversation of %s", DAY.format(session.started().atZoneSameInstant(zone))))
                .append("\n\n")
                .append(tr("Session %s", session.id()));
        if (!session.engines().isEmpty()) {
            text.append(" · ").append(session.engines());
        }
        text.append('\n');
        session.turns().forEach(turn -> append(text, turn));
        return text.toString();
    }

    private void append(StringBuilder text, SavedTurn turn) {
        text.append("\n## ")
                .append(turn.number())
                .append(" · ")
                .append(TIME.format(turn.question().asked().atZoneSameInstant(zone)))
                .append(turn.question().talk().isPresent() ? " · " + tr("spoken") : "")
                .append("\n\n");
        turn.asked().lines().forEach(line -> text.append("> ").append(line).append('\n'));
        if (!turn.answered().isBlank()) {
            text.append('\n').append(turn.answered().strip()).append('\n');
        }
        appendEnd(text, turn);
        turn.sound()
                .wav()
                .ifPresent(wav -> text.append("\n[" + tr("sound") + "](")
                        .append(link(wav))
                        .append(")\n"));
    }

    private static void appendEnd(StringBuilder text, SavedTurn turn) {
        String mark = turn.reply().end().mark();
        if (mark.isEmpty()) {
            return;
        }
        text.append("\n*[").append(tr(mark));
        if (!turn.reply().fault().isEmpty()) {
            text.append(": ").append(turn.reply().fault());
        }
        text.append("]*\n");
    }

    private static String link(Path wav) {
        return wav.toUri().toString();
    }
}
