package dev.voicebot.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.voicebot.standin.Script.ChatFault;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/** The chat half: OpenAI's wire format, streamed. */
final class ChatStandIn implements HttpHandler {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Script script;
    private final BlockingQueue<JsonNode> requests = new LinkedBlockingQueue<>();
    private final CountDownLatch hungUp = new CountDownLatch(1);

    ChatStandIn(Script script) {
        this.script = script;
    }

    BlockingQueue<JsonNode> requests() {
        return requests;
    }

    CountDownLatch hungUp() {
        return hungUp;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (exchange.isInIoThread()) {
            exchange.dispatch(this);
            return;
        }
        exchange.startBlocking();
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        if (!StandIn.isKey(exchange, script)) {
            refuse(exchange, 401, "invalid_api_key", "Incorrect API key provided.");
        } else if (exchange.getRelativePath().endsWith("/models")) {
            exchange.getResponseSender()
                    .send("{\"object\":\"list\",\"data\":[{\"id\":\"stand-in\",\"object\":\"model\"}]}");
        } else {
            JsonNode request = JSON.readTree(exchange.getInputStream());
            requests.add(request);
            answer(exchange, request);
        }
    }

    private void answer(HttpServerExchange exchange, JsonNode request) throws IOException {
        switch (script.chatFault) {
            case RATE_LIMIT -> {
                exchange.getResponseHeaders().put(new HttpString("Retry-After"), "0");
                refuse(exchange, 429, "rate_limit_exceeded", "Too many requests.");
            }
            case NO_SUCH_MODEL -> refuse(exchange, 404, "model_not_found", "The model does not exist.");
            case BAD_REQUEST -> refuse(exchange, 400, "data_inspection_failed", "Input may contain bad content.");
            default -> stream(exchange, request);
        }
    }

    private void stream(HttpServerExchange exchange, JsonNode request) throws IOException {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/event-stream; charset=utf-8");
        JsonNode messages = request.path("messages");
        String question = messages.path(messages.size() - 1).path("content").asText();
        try (OutputStream out = exchange.getOutputStream()) {
            if (script.chatFault == ChatFault.SILENT) {
                hungUp.await();
            }
            event(out, delta("{\"role\":\"assistant\",\"content\":null}"));
            event(out, delta("{\"reasoning_content\":\"hm\"}"));
            SpeechSocket.pause(script.firstTokenDelay);
            List<String> tokens = script.chatFault == ChatFault.EMPTY ? List.of() : script.answer.apply(question);
            for (int i = 0; i < tokens.size(); i++) {
                if (i == 1 && breaksHere(exchange, out)) {
                    return;
                }
                event(
                        out,
                        delta(JSON.createObjectNode()
                                .put("content", tokens.get(i))
                                .toString()));
                SpeechSocket.pause(script.tokenDelay);
            }
            event(out, delta("{}"));
            event(
                    out,
                    "{\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[],"
                            + "\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":4,\"total_tokens\":7}}");
            if (script.chatFault != ChatFault.NO_DONE) {
                event(out, "[DONE]");
            }
        } catch (IOException e) {
            hungUp.countDown();
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean breaksHere(HttpServerExchange exchange, OutputStream out) throws IOException {
        if (script.chatFault == ChatFault.ERROR_IN_THE_MIDDLE) {
            event(out, "{\"error\":{\"message\":\"it broke\",\"type\":\"server_error\",\"code\":\"internal_error\"}}");
            return true;
        }
        if (script.chatFault == ChatFault.CUT_IN_THE_MIDDLE) {
            exchange.getConnection().close();
            return true;
        }
        return false;
    }

    private static String delta(String delta) {
        return "{\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,"
                + "\"finish_reason\":null,\"delta\":" + delta + "}]}";
    }

    private static void event(OutputStream out, String data) throws IOException {
        out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void refuse(HttpServerExchange exchange, int status, String code, String message) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("error")
                .put("message", message)
                .put("type", "invalid_request_error")
                .put("code", code);
        body.put("request_id", "r");
        exchange.setStatusCode(status);
        exchange.getResponseSender().send(body.toString());
    }
}
