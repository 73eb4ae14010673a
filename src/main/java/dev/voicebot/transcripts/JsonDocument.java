package dev.voicebot.transcripts;

import dev.voicebot.recognition.Sentence;
import dev.voicebot.recognition.Transcript;
import java.util.Optional;

/** One JSON object for all of it, on one line, once the transcript is whole. */
final class JsonDocument implements TranscriptFormat {
    private final Optional<String> file;

    JsonDocument(Optional<String> file) {
        this.file = file;
    }

    @Override
    public String sentence(Sentence sentence) {
        return "";
    }

    @Override
    public String end(Transcript whole) {
        return Json.line(json -> {
            if (file.isPresent()) {
                json.writeStringField("file", file.get());
            }
            json.writeStringField("text", whole.text());
            json.writeArrayFieldStart("sentences");
            for (Sentence sentence : whole.sentences()) {
                json.writeStartObject();
                Json.sentence(sentence, json);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }
}
