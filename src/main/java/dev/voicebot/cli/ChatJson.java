package dev.voicebot.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.voicebot.turn.TurnRecord;
import dev.voicebot.turn.TurnTimings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Each turn of a conversation as one JSON object on a line; docs/schemas/chat-turn.json has its schema. */
final class ChatJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Consumer<String> out;

    ChatJson(Consumer<String> out) {
        this.out = out;
    }

    void add(TurnRecord turn) {
        out.accept(line(turn) + "\n");
    }

    private static String line(TurnRecord turn) {
        ObjectNode json = JSON.createObjectNode();
        json.put("question", turn.question());
        json.put("text", turn.written().text());
        json.put("end", turn.end().kind().name().toLowerCase(Locale.ROOT));
        if (!turn.end().fault().isEmpty()) {
            json.put("fault", turn.end().fault());
        }
        json.put("model", turn.written().model());
        turn.spoken().wav().map(Path::toString).ifPresent(wav -> json.put("wav", wav));
        if (turn.spoken().broke()) {
            json.put("speech_broke", true);
        }
        json.putObject("usage")
                .put("prompt_tokens", turn.written().usage().promptTokens())
                .put("completion_tokens", turn.written().usage().completionTokens())
                .put("spoken_characters", turn.spoken().characters());
        timings(turn.timings(), json.putObject("timings"));
        return json.toString();
    }

    private static void timings(TurnTimings timings, ObjectNode json) {
        put("first_token", timings.firstToken(), json);
        put("text_whole", timings.textWhole(), json);
        put("first_audio", timings.firstAudio(), json);
        put("total", Optional.of(timings.total()), json);
    }

    private static void put(String name, Optional<Duration> time, ObjectNode json) {
        time.ifPresent(
                known -> json.put(name, BigDecimal.valueOf(known.toNanos(), 9).setScale(3, RoundingMode.HALF_UP)));
    }
}
