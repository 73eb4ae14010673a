package dev.voicebot.sessions;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;

/** What was said in a turn, without how and when. */
public record TurnText(int number, OffsetDateTime asked, String question, String reply) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int NUMBER = 1;
    private static final int ASKED = 2;
    private static final int QUESTION = 4;
    private static final int REPLY = 8;

    /**
     * Read from the line that begins at {@code from}, no further than it must be: the pieces in which the reply came are
     * longer than all the rest. The line need not be whole.
     */
    static TurnText of(byte[] bytes, int from) {
        Fields fields = fields(NUMBER | ASKED | QUESTION | REPLY, bytes, from);
        return new TurnText(fields.number, TurnLine.time(fields.asked), fields.question, fields.reply);
    }

    /** The same, of it only when it was asked. */
    static OffsetDateTime askedOf(byte[] bytes, int from) {
        return TurnLine.time(fields(ASKED, bytes, from).asked);
    }

    /** The same, of it only the question. */
    static String questionOf(byte[] bytes, int from) {
        return fields(QUESTION, bytes, from).question;
    }

    private static Fields fields(int wanted, byte[] bytes, int from) {
        Fields fields = new Fields(wanted);
        try (JsonParser parser = JSON.createParser(bytes, from, bytes.length - from)) {
            fields.read(parser);
            return parser.currentTokenLocation().getLineNr() == 1 ? fields : lenient(bytes, from);
        } catch (IOException tornOrNoUtf8) {
            return lenient(bytes, from);
        }
    }

    private static Fields lenient(byte[] bytes, int from) {
        int to = from;
        while (to < bytes.length && bytes[to] != '\n') {
            to++;
        }
        Fields fields = new Fields(NUMBER | ASKED | QUESTION | REPLY);
        try (JsonParser parser = JSON.createParser(new String(bytes, from, to - from, StandardCharsets.UTF_8))) {
            fields.read(parser);
            return fields;
        } catch (IOException torn) {
            return fields; // what came before is whole
        }
    }

    private static final class Fields {
        private int number;
        private String asked = "";
        private String question = "";
        private String reply = "";
        private int missing;

        /** Reads until these have come. */
        Fields(int wanted) {
            missing = wanted;
        }

        void read(JsonParser parser) throws IOException {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return;
            }
            while (missing != 0 && parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                take(name, parser);
            }
        }

        private void take(String name, JsonParser parser) throws IOException {
            switch (name) {
                case "turn" -> {
                    number = parser.getValueAsInt();
                    missing &= ~NUMBER;
                }
                case "asked" -> {
                    asked = parser.getValueAsString("");
                    missing &= ~ASKED;
                }
                case "question" -> {
                    question = parser.getValueAsString("");
                    missing &= ~QUESTION;
                }
                case "reply" -> {
                    reply = parser.getValueAsString("");
                    missing &= ~REPLY;
                }
                default -> parser.skipChildren();
            }
        }
    }
}
