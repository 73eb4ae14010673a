package dev.voicebot.standin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code GET /api/v1/models}: what the region offers, page by page, with prices.
 *
 * @see <a href="https://www.alibabacloud.com/help/en/model-studio/list-models">List models</a>
 */
final class ModelList implements HttpHandler {
    private final Script script;
    private final AtomicInteger requests = new AtomicInteger();

    ModelList(Script script) {
        this.script = script;
    }

    int requests() {
        return requests.get();
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        requests.incrementAndGet();
        exchange.dispatch(() -> {
            SpeechSocket.pause(script.listDelay);
            boolean isKey = StandIn.isKey(exchange, script);
            exchange.setStatusCode(isKey ? script.listStatus : 401);
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
            exchange.getResponseSender().send(isKey ? answer(exchange.getQueryParameters()) : StandIn.WRONG_KEY);
        });
    }

    private String answer(Map<String, Deque<String>> query) {
        if (script.listStatus != 200) {
            return "{\"code\":\"InternalError\",\"message\":\"played by the stand-in\",\"request_id\":\"r\"}";
        }
        List<ServedModel> models = script.models().stream()
                .filter(model -> !query.containsKey("capabilities")
                        || query.get("capabilities").contains(model.capability()))
                .filter(model -> first(query, "model", model.name()).equals(model.name()))
                .toList();
        int page = Integer.parseInt(first(query, "page_no", "1"));
        int size = Math.min(100, Integer.parseInt(first(query, "page_size", "20")));
        ObjectNode answer =
                JsonNodeFactory.instance.objectNode().put("success", true).put("request_id", "r");
        ObjectNode output = answer.putObject("output")
                .put("total", models.size())
                .put("page_no", page)
                .put("page_size", size);
        ArrayNode shown = output.putArray("models");
        models.stream().skip((page - 1L) * size).limit(size).forEach(model -> add(model, shown.addObject()));
        return answer.toString();
    }

    private static void add(ServedModel model, ObjectNode node) {
        node.put("model", model.name()).put("name", model.name());
        node.putArray("capabilities").add(model.capability());
        node.putObject("model_info").put("context_window", 131_072);
        ArrayNode prices = node.putArray("prices")
                .addObject()
                .put("range_name", "Unlimited")
                .putArray("prices");
        model.prices()
                .forEach(price -> prices.addObject()
                        .put("type", price.type())
                        .put("price", price.amount())
                        .put("price_unit", price.unit()));
    }

    private static String first(Map<String, Deque<String>> query, String name, String otherwise) {
        return query.containsKey(name) ? query.get(name).getFirst() : otherwise;
    }
}
