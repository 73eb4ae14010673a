package dev.voicebot.engine.openai;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.LogLevel;
import com.openai.core.Timeout;
import com.openai.errors.NotFoundException;
import com.openai.models.models.Model;
import dev.voicebot.credentials.Secret;
import dev.voicebot.network.OkHttp;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The SDK's client of one service, made when it is first asked for: loading its classes takes 0.2 s. Any thread. */
final class OpenAiConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenAiConnection.class);

    /** What may cancel the request this thread is making; the SDK's blocking calls stay on the thread that asks. */
    private static final ThreadLocal<Cancellation> RUNNING = new ThreadLocal<>();

    /** Whether the request this thread is making is answered right here. */
    private static final ThreadLocal<Boolean> REHEARSING = ThreadLocal.withInitial(() -> false);

    private static final String REHEARSED = """
        data: {"id":"1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":\
        {"role":"assistant","content":"Hello"},"finish_reason":null}]}

        data: {"id":"1","object":"chat.completion.chunk","created":1,"model":"m","choices":[],"usage":\
        {"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}}

        data: [DONE]

        """;

    private final ServerAddress server;
    private final List<Interceptor> shapes;

    @GuardedBy("this")
    private @Nullable OpenAIClient client;

    @GuardedBy("this")
    private boolean closed;

    /** {@code shapes} bring requests into the shape that the server takes, and answers into the one that the SDK reads. */
    OpenAiConnection(ServerAddress server, Interceptor... shapes) {
        this.server = server;
        this.shapes = List.of(shapes);
    }

    synchronized OpenAIClient client() {
        if (closed) {
            throw AssistantException.interrupted();
        }
        if (client == null) {
            client = newClient();
        }
        return client;
    }

    /** The names of the models that the service lists, in its order; none where it keeps no list. Blocks for a round trip. */
    List<String> models() {
        return List.copyOf(modelFields().keySet());
    }

    /** The same, each with what the list says of it besides. */
    @SuppressWarnings("deprecation") // the only way to the fields that are not OpenAI's own
    Map<String, Map<String, JsonValue>> modelFields() {
        Map<String, Map<String, JsonValue>> models = new LinkedHashMap<>();
        try {
            for (Model model : client().models().list().items()) {
                model._id().asKnown().ifPresent(id -> models.put(id, model._additionalProperties()));
            }
        } catch (NotFoundException e) {
            LOG.debug("{} lists no models", server.baseUrl());
        }
        return models;
    }

    /** Requests that {@code work} makes on this thread end with a cancel. */
    <T> T cancellable(Cancellation cancellation, Supplier<T> work) {
        Cancellation outer = RUNNING.get(); // null on the outermost call
        RUNNING.set(cancellation);
        try {
            return work.get();
        } finally {
            RUNNING.set(outer);
        }
    }

    /** Requests that {@code work} makes on this thread never leave this machine. */
    void rehearse(Runnable work) {
        REHEARSING.set(true);
        try {
            work.run();
        } finally {
            REHEARSING.remove();
        }
    }

    private OpenAIClient newClient() {
        OpenAIOkHttpClient.Builder builder = OpenAIOkHttpClient.builder()
                .okHttpClient(OkHttp.on(server.network(), new OkHttpClient.Builder())
                        .dns(new CancellableDns(server.network().dns(), RUNNING::get))
                        .socketFactory(new PromptSockets(server.network().sockets(), RUNNING::get))
                        .build())
                .jsonMapper(mapper())
                .baseUrl(server.network().route().of(server.baseUrl()).toString())
                .apiKey(server.apiKey().map(Secret::reveal).orElse("none"))
                .timeout(timeout())
                .maxRetries(0)
                .logLevel(LogLevel.OFF) // else OPENAI_LOG in the environment makes the SDK print requests
                .addInterceptor(this::tieToCancellation);
        shapes.forEach(builder::addInterceptor);
        return builder.addInterceptor(OpenAiConnection::answerRehearsal).build();
    }

    /** The SDK's own calls its constructors by Kotlin's reflection, which is most of what a token costs. */
    private static JsonMapper mapper() {
        return JsonMapper.builder()
                .disable(
                        MapperFeature.AUTO_DETECT_CREATORS,
                        MapperFeature.AUTO_DETECT_FIELDS,
                        MapperFeature.AUTO_DETECT_GETTERS,
                        MapperFeature.AUTO_DETECT_IS_GETTERS,
                        MapperFeature.AUTO_DETECT_SETTERS)
                .build();
    }

    private Timeout timeout() {
        return Timeout.builder()
                .connect(server.timeouts().connect())
                .read(server.timeouts().silence())
                .write(server.timeouts().connect())
                .request(Duration.ZERO) // a long answer is no fault
                .build();
    }

    private Response tieToCancellation(Interceptor.Chain chain) throws IOException {
        RUNNING.get().onCancel(chain.call()::cancel);
        if (server.apiKey().isPresent()) {
            return chain.proceed(chain.request());
        }
        return chain.proceed(
                chain.request().newBuilder().removeHeader("Authorization").build());
    }

    private static Response answerRehearsal(Interceptor.Chain chain) throws IOException {
        if (!REHEARSING.get()) {
            return chain.proceed(chain.request());
        }
        return new Response.Builder()
                .request(chain.request())
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("OK")
                .body(ResponseBody.create(REHEARSED, MediaType.get("text/event-stream")))
                .build();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            client.close();
        }
    }
}
