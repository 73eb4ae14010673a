package dev.voicebot.recordings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was said, as a small JSON file beside the WAV: rewritten as a whole and moved into place, at most every quarter
 * of a second while it grows. One thread.
 */
final class Words implements AutoCloseable {
    private static final JsonFactory JSON = new JsonFactory();
    private static final long PAUSE_NANOS = 250_000_000;

    private final ReplyDetails details;
    private final OffsetDateTime time;
    private final StringBuilder said = new StringBuilder();
    private @Nullable Path file;
    private long savedAt;
    private boolean saved;

    Words(ReplyDetails details, OffsetDateTime time) {
        this.details = details;
        this.time = time;
    }

    static Path fileBeside(Path wav) {
        String name = String.valueOf(wav.getFileName());
        return wav.resolveSibling(name.substring(0, name.length() - ".wav".length()) + ".json");
    }

    /** The fields of the file; none when there is no such file, or it is broken. */
    static Map<String, String> read(Path wav) {
        Map<String, String> fields = new TreeMap<>();
        try (JsonParser parser = JSON.createParser(Files.readString(fileBeside(wav)))) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING) {
                    fields.put(parser.currentName(), parser.getText());
                }
            }
        } catch (IOException e) {
            return fields; // the words are lost, the sound is not
        }
        return fields;
    }

    void add(String piece) {
        said.append(piece);
        saved = false;
        if (System.nanoTime() - savedAt > PAUSE_NANOS) {
            save();
        }
    }

    /** From now on the words have a place. */
    void besides(Path wav) {
        file = fileBeside(wav);
        save();
    }

    @Override
    public void close() {
        if (!saved) {
            save();
        }
    }

    private void save() {
        Path target = file;
        if (target == null) {
            return;
        }
        Path draft = target.resolveSibling("." + target.getFileName() + ".draft");
        try {
            Files.write(draft, json());
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new AssistantException(FaultKind.FAILED, "cannot write " + target + ": " + e.getMessage(), e);
        }
        saved = true;
        savedAt = System.nanoTime();
    }

    private byte[] json() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("time", time.toString());
            json.writeStringField("question", details.question());
            json.writeStringField("said", said.toString());
            json.writeStringField("voice", details.voice());
            json.writeEndObject();
        }
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
