package dev.voicebot.sessions;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.voicebot.sessions.SavedTurn.TimedText;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What happens in a replay, as lines of JSON; {@code docs/sessions.md} says what the fields mean. */
public final class ReplayJson {
    private ReplayJson() {}

    public static String partial(SavedTurn turn, TimedText partial) {
        return event(turn, "partial", partial.at()).put("text", partial.text()).toString();
    }

    public static String question(SavedTurn turn) {
        return event(turn, "question", Duration.ZERO)
                .put(
                        "asked",
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                turn.question().asked()))
                .put("spoken", turn.question().talk().isPresent())
                .put("text", turn.asked())
                .toString();
    }

    public static String token(SavedTurn turn, TimedText token) {
        return event(turn, "token", token.at()).put("text", token.text()).toString();
    }

    public static String sound(SavedTurn turn, Path wav) {
        return event(turn, "sound", turn.sound().began().orElse(Duration.ZERO))
                .put("wav", wav.toString())
                .toString();
    }

    public static String end(SavedTurn turn) {
        return event(turn, "end", turn.reply().after())
                .put("end", turn.reply().end().name().toLowerCase(Locale.ROOT))
                .put("heard", turn.reply().heard())
                .toString();
    }

    private static ObjectNode event(SavedTurn turn, String type, Duration at) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("turn", turn.number())
                .put("ms", at.toMillis());
    }
}
