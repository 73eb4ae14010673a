package dev.voicebot.usage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One entry as a line of JSON, field by field: every start would have to wait for a mapper of whole objects, which takes
 * a tenth of it.
 */
final class UsageLine {
    private static final JsonFactory JSON = new JsonFactory();

    private UsageLine() {}

    static String of(OffsetDateTime at, String service, Usage usage, String currency) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField(
                    "at", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.truncatedTo(ChronoUnit.MILLIS)));
            json.writeStringField("service", service);
            json.writeNumberField("turns", usage.turns());
            json.writeNumberField("prompt_tokens", usage.promptTokens());
            json.writeNumberField("completion_tokens", usage.completionTokens());
            json.writeNumberField("characters", usage.characters());
            json.writeNumberField("audio_ms", usage.listened().toMillis());
            json.writeNumberField("cost", usage.cost());
            json.writeStringField("currency", currency);
            if (!usage.unpriced().isEmpty()) {
                json.writeStringField("unpriced", String.join(" ", new TreeSet<>(usage.unpriced())));
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written but memory
        }
        return line.toString();
    }

    /** What is missing or torn counts as nothing. */
    static Usage read(String line) {
        Map<String, Number> numbers = new HashMap<>();
        Set<String> unpriced = Set.of();
        try (JsonParser json = JSON.createParser(line)) {
            while (json.nextToken() != null) {
                if (json.currentToken().isNumeric()) {
                    numbers.put(json.currentName(), json.getNumberValue());
                } else if (json.currentToken() == JsonToken.VALUE_STRING && "unpriced".equals(json.currentName())) {
                    unpriced = Set.of(json.getText().split(" "));
                }
            }
        } catch (IOException torn) {
            return Usage.NONE;
        }
        return new Usage(
                number(numbers, "turns").intValue(),
                number(numbers, "prompt_tokens").longValue(),
                number(numbers, "completion_tokens").longValue(),
                number(numbers, "characters").longValue(),
                Duration.ofMillis(number(numbers, "audio_ms").longValue()),
                number(numbers, "cost").doubleValue(),
                unpriced);
    }

    private static Number number(Map<String, Number> numbers, String name) {
        return numbers.getOrDefault(name, 0);
    }
}
