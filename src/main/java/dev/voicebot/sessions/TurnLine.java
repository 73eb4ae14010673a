package dev.voicebot.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.voicebot.chat.ChatUsage;
import dev.voicebot.sessions.SavedTurn.Counts;
import dev.voicebot.sessions.SavedTurn.End;
import dev.voicebot.sessions.SavedTurn.Question;
import dev.voicebot.sessions.SavedTurn.Reply;
import dev.voicebot.sessions.SavedTurn.Sound;
import dev.voicebot.sessions.SavedTurn.Talk;
import dev.voicebot.sessions.SavedTurn.TimedText;
import dev.voicebot.turn.TurnRecord;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A turn as a line of JSON; the question stands first, so that a torn line still has it. */
final class TurnLine {
    /** Tokens that come closer together than this are one piece. */
    private static final Duration PIECE = Duration.ofMillis(20);

    private TurnLine() {}

    static void warm() {
        JsonLines.bytes(of(0, new Question(OffsetDateTime.now(ZoneOffset.UTC), "", Optional.empty())));
    }

    static ObjectNode of(int number, Question question) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("turn", number)
                .put("asked", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(question.asked()))
                .put("question", question.text());
        question.talk().ifPresent(talk -> {
            ObjectNode spoken = line.putObject("spoken");
            spoken.put("ms", talk.sound().toMillis());
            add(spoken.putArray("partials"), talk.partials());
        });
        return line;
    }

    static ObjectNode of(int number, Question question, TurnRecord turn) {
        return of(saved(number, question, turn));
    }

    static ObjectNode of(SavedTurn turn) {
        ObjectNode line = of(turn.number(), turn.question());
        Reply reply = turn.reply();
        line.put("reply", reply.text());
        line.put("end", reply.end().name().toLowerCase(Locale.ROOT));
        line.put("heard", reply.heard());
        line.put("after_ms", reply.after().toMillis());
        putUnlessEmpty(line, "fault", reply.fault());
        putUnlessEmpty(line, "model", reply.model());
        line.putObject("usage")
                .put("prompt_tokens", turn.counts().promptTokens())
                .put("completion_tokens", turn.counts().completionTokens())
                .put("characters", turn.counts().characters());
        putUnlessEmpty(line, "engine", turn.sound().engine());
        putUnlessEmpty(line, "voice", turn.sound().voice());
        turn.sound().began().ifPresent(began -> line.put("sound_began_ms", began.toMillis()));
        turn.sound().wav().ifPresent(wav -> line.put("wav", wav.toString()));
        if (turn.sound().broke()) {
            line.put("speech_broke", true);
        }
        turn.sound().shortenedAt().ifPresent(spoken -> line.put("shortened_at", spoken));
        add(line.putArray("tokens"), reply.tokens());
        return line;
    }

    private static SavedTurn saved(int number, Question question, TurnRecord turn) {
        TurnRecord.Written written = turn.written();
        TurnRecord.Spoken spoken = turn.spoken();
        ChatUsage usage = written.usage();
        return new SavedTurn(
                number,
                question,
                new Reply(
                        written.model(),
                        written.text(),
                        joined(written.pieces()),
                        end(turn.end().kind()),
                        heard(turn),
                        turn.end().fault(),
                        turn.end().after()),
                new Sound(
                        spoken.engine(),
                        spoken.voice(),
                        spoken.began(),
                        spoken.wav().map(Path::toAbsolutePath),
                        spoken.broke(),
                        spoken.shortenedAt()),
                new Counts(usage.promptTokens(), usage.completionTokens(), spoken.characters()));
    }

    static SavedTurn read(JsonNode line) {
        return new SavedTurn(
                line.path("turn").asInt(),
                new Question(
                        time(line.path("asked").asText()), line.path("question").asText(), talk(line.path("spoken"))),
                reply(line),
                new Sound(
                        line.path("engine").asText(),
                        line.path("voice").asText(),
                        millis(line.path("sound_began_ms")),
                        path(line.path("wav").asText()),
                        line.path("speech_broke").asBoolean(),
                        count(line.path("shortened_at"))),
                counts(line.path("usage")));
    }

    /** The epoch where there is none. */
    static OffsetDateTime time(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            return Instant.EPOCH.atOffset(ZoneOffset.UTC);
        }
    }

    private static Reply reply(JsonNode line) {
        String text = line.path("reply").asText();
        String end = line.path("end").asText("cut").toUpperCase(Locale.ROOT);
        boolean known = Stream.of(End.values()).anyMatch(value -> value.name().equals(end));
        return new Reply(
                line.path("model").asText(),
                text,
                timed(line.path("tokens")),
                known ? End.valueOf(end) : End.CUT,
                line.path("heard").asText(),
                line.path("fault").asText(),
                millis(line.path("after_ms")).orElse(Duration.ZERO));
    }

    private static End end(TurnRecord.End.Kind kind) {
        return switch (kind) {
            case RUNNING -> End.CUT;
            case WHOLE -> End.WHOLE;
            case INTERRUPTED -> End.INTERRUPTED;
            case FAILED -> End.FAILED;
            case LENGTH -> End.LENGTH;
            case CONTENT_FILTER -> End.CONTENT_FILTER;
        };
    }

    /** While it runs, what was written is the best guess. */
    private static String heard(TurnRecord turn) {
        return turn.end().kind() == TurnRecord.End.Kind.RUNNING
                ? turn.written().text()
                : turn.end().reached();
    }

    private static List<TimedText> joined(List<TurnRecord.Piece> pieces) {
        List<TimedText> joined = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Duration begin = Duration.ZERO;
        for (TurnRecord.Piece piece : pieces) {
            if (!text.isEmpty() && piece.at().minus(begin).compareTo(PIECE) >= 0) {
                joined.add(new TimedText(begin, text.toString()));
                text.setLength(0);
            }
            begin = text.isEmpty() ? piece.at() : begin;
            text.append(piece.text());
        }
        if (!text.isEmpty()) {
            joined.add(new TimedText(begin, text.toString()));
        }
        return joined;
    }

    private static void add(ArrayNode array, List<TimedText> texts) {
        texts.forEach(piece -> array.addArray().add(piece.at().toMillis()).add(piece.text()));
    }

    private static void putUnlessEmpty(ObjectNode line, String field, String text) {
        if (!text.isEmpty()) {
            line.put(field, text);
        }
    }

    private static Optional<Talk> talk(JsonNode spoken) {
        return spoken.isObject()
                ? Optional.of(new Talk(millis(spoken.path("ms")).orElse(Duration.ZERO), timed(spoken.path("partials"))))
                : Optional.empty();
    }

    private static List<TimedText> timed(JsonNode array) {
        List<TimedText> texts = new ArrayList<>();
        array.forEach(pair -> texts.add(new TimedText(
                Duration.ofMillis(pair.path(0).asLong()), pair.path(1).asText())));
        return texts;
    }

    private static Counts counts(JsonNode usage) {
        return new Counts(
                usage.path("prompt_tokens").asLong(),
                usage.path("completion_tokens").asLong(),
                usage.path("characters").asLong());
    }

    private static Optional<Duration> millis(JsonNode number) {
        return number.isNumber() ? Optional.of(Duration.ofMillis(number.asLong())) : Optional.empty();
    }

    private static OptionalInt count(JsonNode number) {
        return number.canConvertToInt() && number.isIntegralNumber() && number.asInt() >= 0
                ? OptionalInt.of(number.asInt())
                : OptionalInt.empty();
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
