package dev.voicebot.engine.openai;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonField;
import com.openai.core.JsonValue;
import com.openai.core.LogLevel;
import com.openai.core.Timeout;
import com.openai.core.http.StreamResponse;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIException;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionChunk.Choice;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.completions.CompletionUsage;
import com.openai.models.models.ModelListPage;
import dev.voicebot.chat.ChatMessage;
import dev.voicebot.chat.ChatModel;
import dev.voicebot.chat.ChatUsage;
import dev.voicebot.credentials.Secret;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chat by any OpenAI-compatible service; keeps its connection between replies. Any thread may ask, several at once. */
public final class OpenAiChatModel implements ChatModel, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenAiChatModel.class);
    private static final Duration MAX_IDLE = Duration.ofSeconds(30);

    private volatile OpenAiParameters parameters; // exchanged by any thread, between replies or in one
    private volatile ChatFaults faults;
    private volatile List<String> listed = List.of();
    private final AtomicLong lastUsed = new AtomicLong(); // nanoTime of the open connection's last use; 0 without one
    private final Cancellation closing = new Cancellation();

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

    private @Nullable OpenAIClient client; // guarded by this; made late, because loading its classes takes 0.2 s

    public OpenAiChatModel(OpenAiParameters parameters) {
        this.parameters = parameters;
        this.faults = new ChatFaults(parameters);
    }

    @Override
    public ChatUsage reply(List<ChatMessage> messages, Consumer<String> tokens, Cancellation cancellation) {
        return cancellable(cancellation, whole -> stream(request(messages), tokens, whole));
    }

    @Override
    public String name() {
        return parameters.model().model();
    }

    /** Loads the SDK and opens the connection, so that the first reply need not; failures wait for that reply. */
    public void warmUp(Cancellation cancellation) {
        try {
            rehearse(cancellation);
            listed = list(cancellation);
            lastUsed.set(System.nanoTime());
        } catch (AssistantException e) {
            LOG.debug("warming up the chat failed: {}", e.userMessage());
        }
    }

    /** One reply that never leaves this machine: it loads, and runs once, all that a real one needs but the network. */
    private void rehearse(Cancellation cancellation) {
        List<ChatMessage> messages = List.of(
                ChatMessage.system("?"), ChatMessage.user("?"), ChatMessage.assistant("?"), ChatMessage.user("?"));
        cancellable(cancellation, whole -> {
            REHEARSING.set(true);
            try {
                return stream(request(messages), token -> {}, whole);
            } finally {
                REHEARSING.remove();
                lastUsed.set(0); // no connection was opened
            }
        });
    }

    /** After a reply that was cut, or a long time, the connection may be gone. */
    @Override
    public void getReady() {
        long used = lastUsed.get();
        if (used == 0 || System.nanoTime() - used > MAX_IDLE.toNanos()) {
            warmUp(new Cancellation());
        }
    }

    /**
     * The models that the service lists; none where it keeps no list. Blocks for a round trip.
     *
     * @throws AssistantException CREDENTIALS when the key is refused; SERVICE when nobody answers; INTERRUPTED
     */
    public List<String> list(Cancellation cancellation) {
        return cancellable(cancellation, whole -> {
            try {
                return ids(client().models().list());
            } catch (NotFoundException e) {
                LOG.debug("{} lists no models", parameters.baseUrl());
                return List.of();
            }
        });
    }

    /**
     * Finds out whether the service would answer: asks for a word, and leaves at the first sign of one. Blocks until
     * then. Lists of models prove little, some services give them to anybody.
     *
     * @throws AssistantException as {@link #reply}
     */
    public void tryOut(Cancellation cancellation) {
        ChatCompletionCreateParams.Builder request = request(List.of(ChatMessage.user("hi"))).toBuilder();
        if (isDashScope()) {
            request.putAdditionalBodyProperty("max_tokens", JsonValue.from(1));
        }
        cancellable(cancellation, whole -> {
            try (StreamResponse<ChatCompletionChunk> response =
                    client().chat().completions().createStreaming(request.build())) {
                return response.stream().findFirst();
            }
        });
    }

    public boolean hasKey() {
        return parameters.apiKey().isPresent();
    }

    /** Where the service is. */
    public URI address() {
        return parameters.baseUrl();
    }

    private static List<String> ids(ModelListPage page) {
        return page.items().stream()
                .flatMap(model -> model._id().asKnown().stream())
                .sorted()
                .toList();
    }

    /** The models that the service listed when it was warmed up; empty before, and where it does not tell. */
    public List<String> models() {
        return listed;
    }

    /** Whether the service is DashScope, whose models have well-known names. */
    public boolean isDashScope() {
        return parameters.baseUrl().getHost().endsWith(".aliyuncs.com");
    }

    /** Who asks for no key sends no bill. */
    public boolean isFree() {
        return parameters.apiKey().isEmpty();
    }

    /** Another model of the same service, from the next reply on; the connection stays. */
    public void use(String model) {
        parameters = parameters.withModel(model);
        faults = new ChatFaults(parameters);
    }

    /** Ends running replies, the connection and the SDK's threads. */
    @Override
    public void close() {
        closing.cancel();
        synchronized (this) {
            if (client != null) {
                client.close();
            }
        }
    }

    /** Runs {@code work} so that the caller's cancel, and {@link #close}, end it. */
    private <T> T cancellable(Cancellation cancellation, Function<Cancellation, T> work) {
        try (Cancellation.Scope scope = cancellation.child();
                Cancellation.Registration onClose = closing.onCancel(scope.cancellation()::cancel)) {
            scope.cancellation().throwIfCancelled();
            RUNNING.set(scope.cancellation());
            return work.apply(scope.cancellation());
        } catch (OpenAIException e) {
            if (cancellation.isCancelled()
                    || closing.isCancelled()
                    || Thread.currentThread().isInterrupted()) {
                throw AssistantException.interrupted();
            }
            throw faults.from(e);
        } finally {
            RUNNING.remove();
        }
    }

    private ChatUsage stream(ChatCompletionCreateParams request, Consumer<String> tokens, Cancellation cancellation) {
        try (StreamResponse<ChatCompletionChunk> response =
                client().chat().completions().createStreaming(request)) {
            Iterator<ChatCompletionChunk> chunks = response.stream().iterator();
            lastUsed.set(0);
            boolean empty = true;
            String end = "";
            ChatUsage usage = ChatUsage.NONE;
            while (chunks.hasNext()) {
                ChatCompletionChunk chunk = chunks.next();
                Optional<Choice> choice = firstChoice(chunk);
                usage = usage(chunk).orElse(usage);
                String text = choice.flatMap(OpenAiChatModel::content).orElse("");
                end = choice.flatMap(OpenAiChatModel::finishReason).orElse(end);
                cancellation.throwIfCancelled();
                if (!text.isEmpty()) {
                    tokens.accept(text);
                    empty = false;
                }
            }
            cancellation.throwIfCancelled();
            if (empty) {
                throw faults.emptyReply(end);
            }
            lastUsed.set(System.nanoTime());
            return usage;
        }
    }

    /** In the last chunk, or in every one with the count so far, or nowhere. */
    private static Optional<ChatUsage> usage(ChatCompletionChunk chunk) {
        return chunk._usage().asKnown().map(OpenAiChatModel::usage);
    }

    private static ChatUsage usage(CompletionUsage counted) {
        return new ChatUsage(tokens(counted._promptTokens()), tokens(counted._completionTokens()));
    }

    private static long tokens(JsonField<Long> count) {
        return Math.max(0, count.asKnown().orElse(0L));
    }

    /** Absent in the usage chunk at the end; the fields are read leniently, because compatible services leave some out. */
    private static Optional<Choice> firstChoice(ChatCompletionChunk chunk) {
        return chunk._choices().asKnown().flatMap(choices -> choices.stream().findFirst());
    }

    private static Optional<String> content(Choice choice) {
        return choice._delta().asKnown().flatMap(delta -> delta._content().asKnown());
    }

    private static Optional<String> finishReason(Choice choice) {
        return choice._finishReason().asKnown().map(Object::toString);
    }

    private ChatCompletionCreateParams request(List<ChatMessage> messages) {
        ChatCompletionCreateParams.Builder request = ChatCompletionCreateParams.builder()
                .model(parameters.model().model())
                .streamOptions(
                        ChatCompletionStreamOptions.builder().includeUsage(true).build());
        parameters.sampling().temperature().ifPresent(request::temperature);
        // the SDK's own setter is deprecated for max_completion_tokens, which most compatible services do not know
        parameters
                .sampling()
                .maxTokens()
                .ifPresent(most -> request.putAdditionalBodyProperty("max_tokens", JsonValue.from(most)));
        messages.forEach(message -> add(request, message));
        return request.build();
    }

    private static void add(ChatCompletionCreateParams.Builder request, ChatMessage message) {
        switch (message.role()) {
            case SYSTEM -> request.addSystemMessage(message.text());
            case USER -> request.addUserMessage(message.text());
            case ASSISTANT -> request.addAssistantMessage(message.text());
        }
    }

    private synchronized OpenAIClient client() {
        closing.throwIfCancelled();
        if (client == null) {
            client = newClient();
        }
        return client;
    }

    private OpenAIClient newClient() {
        return OpenAIOkHttpClient.builder()
                .okHttpClient(new OkHttpClient.Builder()
                        .dns(new CancellableDns(Dns.SYSTEM, RUNNING::get))
                        .socketFactory(new PromptSockets(RUNNING::get))
                        .build())
                .jsonMapper(mapper())
                .baseUrl(parameters.baseUrl().toString())
                .apiKey(parameters.apiKey().map(Secret::reveal).orElse("none"))
                .timeout(timeout())
                .maxRetries(0)
                .logLevel(LogLevel.OFF) // else OPENAI_LOG in the environment makes the SDK print requests
                .addInterceptor(this::tieToCancellation)
                .addInterceptor(OpenAiChatModel::answerRehearsal)
                .build();
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
                .connect(parameters.timeouts().connect())
                .read(parameters.timeouts().silence())
                .write(parameters.timeouts().connect())
                .request(Duration.ZERO) // a long answer is no fault
                .build();
    }

    private Response tieToCancellation(Interceptor.Chain chain) throws IOException {
        RUNNING.get().onCancel(chain.call()::cancel);
        if (parameters.apiKey().isPresent()) {
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
}
