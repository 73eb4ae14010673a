package dev.voicebot.config;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A value of any type, as the text of a setting. */
final class JsonText {
    private JsonText() {}

    /** As an object; a text that is no JSON, as one gives it in an option, is itself. */
    static Object read(String text) {
        try {
            return new ObjectMapper().readValue(text, Object.class);
        } catch (JacksonException e) {
            return text;
        }
    }
}
