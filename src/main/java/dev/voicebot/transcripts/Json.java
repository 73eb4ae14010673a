package dev.voicebot.transcripts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.voicebot.recognition.Sentence;
import dev.voicebot.recognition.Translation;
import dev.voicebot.recognition.Word;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes the parts of a transcript as JSON; docs/schemas has the schemas. Times are seconds, exact to a millisecond. */
final class Json {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().build().configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true);

    private Json() {}

    /** One line with its end. */
    static String line(Writing content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            content.to(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text + "\n";
    }

    /** The fields of a sentence. */
    static void sentence(Sentence sentence, JsonGenerator json) throws IOException {
        json.writeNumberField("begin", Times.seconds(sentence.begin()));
        json.writeNumberField("end", Times.seconds(sentence.end()));
        json.writeStringField("text", sentence.text().strip());
        words(sentence.words(), json);
        if (sentence.translation().isPresent()) {
            translation(sentence.translation().get(), json);
        }
    }

    private static void translation(Translation translation, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("translation");
        json.writeStringField("language", translation.language());
        json.writeStringField("text", translation.text().strip());
        words(translation.words(), json);
        json.writeEndObject();
    }

    private static void words(List<Word> words, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("words");
        for (Word word : words) {
            json.writeStartObject();
            json.writeNumberField("begin", Times.seconds(word.begin()));
            json.writeNumberField("end", Times.seconds(word.end()));
            json.writeStringField("text", word.text());
            json.writeStringField("punctuation", word.punctuation());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** What goes between the braces. */
    interface Writing {
        void to(JsonGenerator json) throws IOException;
    }
}
