package dev.voicebot.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.voicebot.models.OfferedModel.Part;
import dev.voicebot.models.OfferedModel.Price;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A page of the service's list of models, as JSON: what is not understood is left out.
 *
 * @param total how many models all pages have together; 0 where the page does not say
 */
record ModelList(List<OfferedModel> models, int total) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads an answer of {@code GET /models}, where every model is of {@code part} that does not say otherwise. */
    static ModelList read(String text, Part part) throws JsonProcessingException {
        JsonNode root = JSON.readTree(text);
        JsonNode output = root.path("output").isMissingNode() ? root : root.path("output");
        List<OfferedModel> models = new ArrayList<>();
        for (JsonNode node : first(output, "models", "data", "items")) {
            String name = first(node, "model", "model_id", "id", "name").asText("");
            if (!name.isEmpty()) {
                models.add(new OfferedModel(name, parts(node.path("capabilities"), part), prices(node.path("prices"))));
            }
        }
        return new ModelList(models, output.path("total").asInt(0));
    }

    private static JsonNode first(JsonNode node, String... names) {
        return Stream.of(names)
                .map(node::path)
                .filter(found -> !found.isMissingNode() && !found.isNull())
                .findFirst()
                .orElse(JSON.missingNode());
    }

    private static Set<Part> parts(JsonNode capabilities, Part otherwise) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        for (JsonNode capability : capabilities) {
            for (Part part : Part.values()) {
                if (part.capability().equalsIgnoreCase(capability.asText())) {
                    parts.add(part);
                }
            }
        }
        return parts.isEmpty() ? Set.of(otherwise) : parts;
    }

    /** Prices come in ranges of the input's length; the first is that of the shortest. */
    private static List<Price> prices(JsonNode ranges) {
        List<Price> prices = new ArrayList<>();
        for (JsonNode range : ranges) {
            for (JsonNode price : range.has("prices")
                    ? range.path("prices")
                    : JSON.createArrayNode().add(range)) {
                double amount = price.path("price").asDouble(-1);
                if (amount >= 0) {
                    prices.add(new Price(
                            price.path("type").asText(""),
                            amount,
                            price.path("price_unit").asText("")));
                }
            }
        }
        return prices;
    }

    /** In the service's own form, so that {@link #read} understands it. */
    static String write(List<OfferedModel> models) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode list = root.putArray("models");
        for (OfferedModel model : models) {
            ObjectNode node = list.addObject().put("model", model.name());
            ArrayNode capabilities = node.putArray("capabilities");
            model.parts().forEach(part -> capabilities.add(part.capability()));
            ArrayNode prices = node.putArray("prices");
            model.prices()
                    .forEach(price -> prices.addObject()
                            .put("type", price.type())
                            .put("price", price.amount())
                            .put("price_unit", price.unit()));
        }
        return root.toString();
    }
}
