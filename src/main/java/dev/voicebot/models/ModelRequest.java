package dev.voicebot.models;

import static dev.voicebot.text.Messages.tr;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.voicebot.credentials.Secret;
import dev.voicebot.models.OfferedModel.Part;
import dev.voicebot.network.AnswerText;
import dev.voicebot.network.Network;
import dev.voicebot.network.OkHttp;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.service.ServiceError;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

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
        Answer answer = send(address, Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
        if (answer.status() != 200) {
            throw refusal(answer);
        }
        try {
            return ModelList.read(answer.body(), part);
        } catch (JsonProcessingException e) {
            throw new AssistantException(
                    FaultKind.SERVICE, tr("%s sent no model list. Check dashscope.http_url.", httpUrl.getHost()));
        }
    }

    private record Answer(int status, String body) {}

    private Answer send(URI address, Duration patience) {
        Request request = new Request.Builder()
                .url(address.toString())
                .header("Authorization", "Bearer " + key.reveal())
                .build();
        OkHttpClient client = OkHttp.on(network, new OkHttpClient.Builder())
                .connectTimeout(patience)
                .callTimeout(patience)
                .build();
        try (Response response = client.newCall(request).execute();
                ResponseBody body = Objects.requireNonNull(response.body())) {
            return new Answer(response.code(), AnswerText.of(body));
        } catch (IOException e) {
            throw new AssistantException(
                    FaultKind.SERVICE,
                    tr("Cannot reach %s. Check the network and dashscope.region.", httpUrl.getHost()),
                    e);
        } finally {
            client.connectionPool().evictAll();
        }
    }

    private AssistantException refusal(Answer answer) {
        String code = first(CODE, answer.body());
        ServiceError error = ServiceError.of(code, first(MESSAGE, answer.body()), answer.status());
        return new AssistantException(
                error.kind(),
                error.line(new ServiceError.Subject(
                        httpUrl.getHost(),
                        key.origin(),
                        tr("the model list"),
                        "model",
                        "dashscope.region",
                        "dashscope.http_url",
                        code.isEmpty() ? "HTTP " + answer.status() : code)));
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}
