package dev.voicebot.transcripts;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.voicebot.recognition.Sentence;
import java.io.IOException;
import java.util.Optional;

/** A JSON object a line: {@code sentence}s as they end, and {@code partial}s where they are wanted. */
final class JsonLines implements TranscriptFormat {
    private final Optional<String> file;
    private final boolean partials;

    JsonLines(Optional<String> file, boolean partials) {
        this.file = file;
        this.partials = partials;
    }

    @Override
    public String sentence(Sentence sentence) {
        return Json.line(json -> {
            head("sentence", json);
            Json.sentence(sentence, json);
        });
    }

    @Override
    public String partial(String text) {
        if (!partials || text.isBlank()) {
            return "";
        }
        return Json.line(json -> {
            head("partial", json);
            json.writeStringField("text", text.strip());
        });
    }

    private void head(String type, JsonGenerator json) throws IOException {
        json.writeStringField("type", type);
        if (file.isPresent()) {
            json.writeStringField("file", file.get());
        }
    }
}
