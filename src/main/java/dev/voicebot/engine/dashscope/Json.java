package dev.voicebot.engine.dashscope;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;

/** Reads what the service sends: whatever is missing, null or of another type is not there. */
final class Json {
    private Json() {}

    static Optional<JsonObject> object(String text) {
        try {
            return object(JsonParser.parseString(text));
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    static Optional<JsonObject> object(JsonObject parent, String name) {
        return Optional.ofNullable(parent.get(name)).flatMap(Json::object);
    }

    static List<JsonObject> objects(JsonObject parent, String name) {
        return parent.get(name) instanceof JsonArray array
                ? StreamSupport.stream(array.spliterator(), false)
                        .flatMap(element -> object(element).stream())
                        .toList()
                : List.of();
    }

    static Optional<String> string(JsonObject parent, String name) {
        return primitive(parent, name).map(JsonElement::getAsString);
    }

    static OptionalLong number(JsonObject parent, String name) {
        return primitive(parent, name)
                .filter(value -> value.getAsJsonPrimitive().isNumber())
                .map(value -> OptionalLong.of(value.getAsLong()))
                .orElse(OptionalLong.empty());
    }

    static boolean isTrue(JsonObject parent, String name) {
        return primitive(parent, name).filter(JsonElement::getAsBoolean).isPresent();
    }

    private static Optional<JsonObject> object(JsonElement element) {
        return element.isJsonObject() ? Optional.of(element.getAsJsonObject()) : Optional.empty();
    }

    private static Optional<JsonElement> primitive(JsonObject parent, String name) {
        return Optional.ofNullable(parent.get(name)).filter(JsonElement::isJsonPrimitive);
    }
}
