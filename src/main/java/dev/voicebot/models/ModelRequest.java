package dev.voicebot.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.voicebot.credentials.Secret;
import dev.voicebot.models.OfferedModel.Part;
import dev.voicebot.network.Network;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.Interrupts;
import dev.voicebot.service.ServiceError;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks a service for its models.
 *
 * @param httpUrl {@code https://…/api/v1}
 * @param network how it is reached
 */
public record ModelRequest(URI httpUrl, Secret key, Network network) {
    private static final int PAGE = 100; // models
    private static final int MAX_PAGES = 20;
    private static final Pattern CODE = Pattern.compile("\"code\"\\s*:\\s*\"([^\"]*)\"");
    private static final Pattern MESSAGE = Pattern.compile("\"message\"\\s*:\\s*\"([^\"]*)\"");

    /** All models that voicebot can use; blocks for {@code patience} at most. Throws as {@link #isAccepted}. */
    List<OfferedModel> all(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        Map<String, OfferedModel> models = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            for (OfferedModel model : pages(part, deadline)) {
                models.putIfAbsent(model.name(), model);
            }
        }
        return List.copyOf(models.values());
    }

    /**
     * Whether the service takes the key; blocks for {@code patience} at most.
     *
     * @throws AssistantException SERVICE when it cannot be asked
     */
    public boolean isAccepted(Duration patience) {
        try {
            page(Part.CHAT, 1, 1, System.nanoTime() + patience.toNanos());
            return true;
        } catch (AssistantException e) {
            if (e.kind() == FaultKind.CREDENTIALS) {
                return false;
            }
            throw e;
        }
    }

    private List<OfferedModel> pages(Part part, long deadline) {
        List<OfferedModel> models = new ArrayList<>();
        for (int number = 1; number <= MAX_PAGES; number++) {
            ModelList page = page(part, number, PAGE, deadline);
            models.addAll(page.models());
            if (page.models().isEmpty() || models.size() >= page.total()) {
                break;
            }
        }
        return models;
    }

    private ModelList page(Part part, int number, int size, long deadline) {
        URI address = URI.create(network.route().of(httpUrl).toString().replaceFirst("/$", "") + "/models?capabilities="
                + part.capability() + "&page_no=" + number + "&page_size=" + size);
        HttpResponse<String> response = send(address, Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
        if (response.statusCode() != 200) {
            throw refusal(response);
        }
        try {
            return ModelList.read(response.body(), part);
        } catch (JsonProcessingException e) {
            throw new AssistantException(
                    FaultKind.SERVICE, httpUrl.getHost() + " sent no model list. Check dashscope.http_url.");
        }
    }

    private HttpResponse<String> send(URI address, Duration patience) {
        try {
            return network.httpClient()
                    .connectTimeout(patience)
                    .build()
                    .send(
                            HttpRequest.newBuilder(address)
                                    .timeout(patience)
                                    .header("Authorization", "Bearer " + key.reveal())
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssistantException(
                    FaultKind.SERVICE,
                    "Cannot reach " + httpUrl.getHost() + ". Check the network and dashscope.region.",
                    e);
        } catch (InterruptedException e) {
            throw Interrupts.leave(e);
        }
    }

    private AssistantException refusal(HttpResponse<String> response) {
        String code = first(CODE, response.body());
        ServiceError error = ServiceError.of(code, first(MESSAGE, response.body()), response.statusCode());
        return new AssistantException(
                error.kind(),
                error.line(new ServiceError.Subject(
                        httpUrl.getHost(),
                        key.origin(),
                        "the model list",
                        "model",
                        "dashscope.region",
                        "dashscope.http_url",
                        code.isEmpty() ? "HTTP " + response.statusCode() : code)));
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}
