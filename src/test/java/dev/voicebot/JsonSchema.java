package dev.voicebot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The part of JSON Schema that docs/schemas uses; a keyword that is not known here is an error, not passed over. */
public final class JsonSchema {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> NOTES = Set.of("$schema", "title", "description", "$defs");

    private final JsonNode root;

    private JsonSchema(JsonNode root) {
        this.root = root;
    }

    /** By its name in docs/schemas. */
    public static JsonSchema named(String name) {
        try {
            return new JsonSchema(JSON.readTree(Files.readString(Path.of("docs", "schemas", name + ".json"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a document; nothing when it is valid. */
    public List<String> mistakes(String document) {
        try {
            List<String> mistakes = new ArrayList<>();
            check(JSON.readTree(document), root, "$", mistakes);
            return mistakes;
        } catch (IOException e) {
            return List.of(e.getMessage());
        }
    }

    private void check(JsonNode value, JsonNode schema, String at, List<String> mistakes) {
        schema.properties()
                .iterator()
                .forEachRemaining(rule -> checkRule(value, rule.getKey(), rule.getValue(), schema, at, mistakes));
    }

    private void checkRule(
            JsonNode value, String keyword, JsonNode rule, JsonNode schema, String at, List<String> mistakes) {
        switch (keyword) {
            case "type" -> require(isOf(value, rule.asText()), at + " is no " + rule.asText(), mistakes);
            case "const" -> require(value.equals(rule), at + " is not " + rule, mistakes);
            case "enum" -> require(contains(rule, value), at + " is none of " + rule, mistakes);
            case "minimum" -> require(value.asDouble() >= rule.asDouble(), at + " is below " + rule, mistakes);
            case "format" ->
                require(isWritten(value.asText(), rule.asText()), at + " is no " + rule.asText(), mistakes);
            case "required" ->
                rule.forEach(name -> require(value.has(name.asText()), at + " has no " + name, mistakes));
            case "properties" ->
                rule.properties().forEach(property -> {
                    if (value.has(property.getKey())) {
                        check(
                                value.get(property.getKey()),
                                property.getValue(),
                                at + "." + property.getKey(),
                                mistakes);
                    }
                });
            case "additionalProperties" ->
                value.fieldNames()
                        .forEachRemaining(name -> require(
                                schema.path("properties").has(name), at + "." + name + " is not known", mistakes));
            case "items" -> value.forEach(item -> check(item, rule, at + "[]", mistakes));
            case "oneOf" -> require(matches(value, rule) == 1, at + " is not one of the kinds there are", mistakes);
            case "$ref" -> check(value, root.at(rule.asText().substring(1)), at, mistakes);
            default ->
                require(NOTES.contains(keyword), "the keyword " + keyword + " is not known to the test", mistakes);
        }
    }

    private long matches(JsonNode value, JsonNode schemas) {
        long count = 0;
        for (JsonNode schema : schemas) {
            List<String> mistakes = new ArrayList<>();
            check(value, schema, "$", mistakes);
            count += mistakes.isEmpty() ? 1 : 0;
        }
        return count;
    }

    private static boolean isOf(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> false;
        };
    }

    /** As RFC 3339 has it: with seconds and an offset. */
    private static boolean isWritten(String text, String format) {
        return switch (format) {
            case "date-time" ->
                text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");
            case "date" -> text.matches("\\d{4}-\\d\\d-\\d\\d");
            default -> false;
        };
    }

    private static boolean contains(JsonNode all, JsonNode value) {
        for (JsonNode one : all) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static void require(boolean fine, String mistake, List<String> mistakes) {
        if (!fine) {
            mistakes.add(mistake);
        }
    }
}
