package dev.voicebot.recordings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.voicebot.files.PrivateFiles;
import dev.voicebot.files.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * The words beside a saved reply's sound, as a JSON file of the same name.
 *
 * @param complete whether the sound says all of them
 */
record Sidecar(ReplyDetails details, ZonedDateTime time, String said, boolean complete) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Path besides(Path wav) {
        String name = wav.getFileName().toString();
        return wav.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".json");
    }

    /** Replaces the file at once: a reader, or a kill, sees the old words or the new ones. */
    void write(Path file) throws IOException {
        ObjectNode fields = JSON.createObjectNode()
                .put("time", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time))
                .put("question", details.question())
                .put("said", said)
                .put("complete", complete)
                .put("voice", details.voice())
                .put("engine", details.engine());
        byte[] bytes = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(fields);
        WholeFile.write(file, bytes);
    }

    /** Fields that are missing are empty; a file that is no such JSON is an {@link IOException}. */
    static Sidecar read(Path file) throws IOException {
        JsonNode fields = JSON.readTree(PrivateFiles.read(file));
        try {
            return new Sidecar(
                    new ReplyDetails(text(fields, "question"), text(fields, "voice"), text(fields, "engine")),
                    ZonedDateTime.parse(text(fields, "time")),
                    text(fields, "said"),
                    fields.path("complete").asBoolean());
        } catch (DateTimeException e) {
            throw new IOException("no time of the reply", e);
        }
    }

    private static String text(JsonNode fields, String name) {
        return fields.path(name).asText("");
    }
}
