package dev.voicebot.engine.dashscope;

import com.alibaba.dashscope.common.Status;
import com.alibaba.dashscope.exception.ApiException;
import com.alibaba.dashscope.exception.NoApiKeyException;
import com.alibaba.dashscope.protocol.DashScopeHeaders;
import com.alibaba.dashscope.protocol.okhttp.OkHttpClientFactory;
import com.alibaba.dashscope.protocol.okhttp.OkHttpWebSocketClient;
import com.google.gson.JsonObject;
import dev.voicebot.network.AnswerText;
import dev.voicebot.network.Network;
import dev.voicebot.network.OkHttp;
import dev.voicebot.outcome.Interrupts;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The SDK's socket, tasks one after the other, which also tells what the SDK keeps to itself: how a task ended, and
 * which task a frame belongs to. The SDK takes a closed socket for a finished task, a task's late frames for those of
 * the next, and breaks a task off for an event that it does not know.
 */
final class TaskSocket extends OkHttpWebSocketClient {
    private static final Logger log = LoggerFactory.getLogger(TaskSocket.class);
    private static final int NORMAL_CLOSURE = 1000; // RFC 6455, 7.4.1
    private static final long MOST_WAITING = 1_000_000; // bytes; half a minute of sound

    private volatile @Nullable WebSocket socket; // by OkHttp's threads
    private volatile boolean isLost; // any thread
    private volatile @Nullable Current current; // any thread
    private volatile boolean
            isOurs; // whether the last event was of that task, which sound then is too; OkHttp's threads

    private final OkHttpClient client;
    private final CompletableFuture<WebSocket> opening = new CompletableFuture<>();

    TaskSocket(Network network) {
        super(OkHttpClientFactory.getOkHttpClient(), false);
        // no ConnectionOptions: the SDK ignores their time-outs, and with them its exit hook may wait two minutes
        client = OkHttp.on(network, OkHttpClientFactory.getOkHttpClient().newBuilder())
                .build();
    }

    /** Begins a task, once the last one is over; the first opens the socket. Does not block. */
    void begin(TaskRequest request, TaskListener listener) {
        current = new Current(request, listener);
        if (socket != null) {
            listener.opened();
        }
        try {
            var unused = duplex(request).subscribe(result -> {}, listener::failed);
        } catch (NoApiKeyException | RuntimeException e) {
            listener.failed(e);
        }
    }

    /** Whether it was closed or cut: no task can begin on it. */
    boolean isLost() {
        return isLost;
    }

    void close() {
        isLost = true;
        WebSocket open = socket;
        if (open != null) {
            open.close(NORMAL_CLOSURE, "done");
        }
    }

    @Override
    public void onOpen(WebSocket opened, Response response) {
        socket = opened;
        Current task = current;
        if (task != null) {
            task.listener().opened();
        }
        opening.complete(opened);
    }

    @Override
    public void onMessage(WebSocket from, String text) {
        JsonObject message = Json.object(text).orElseGet(JsonObject::new);
        JsonObject header = Json.object(message, "header").orElseGet(JsonObject::new);
        String event = Json.string(header, "event").orElse("");
        String id = Json.string(header, "task_id").orElse("");
        Current task = current;
        isOurs = task != null && id.equals(task.request().id());
        if (event.isEmpty() && task != null) {
            log.warn("skipped a message of {} characters that is no event", text.length());
            task.listener().strange("a message without an event");
        } else if (task == null || !isOurs) {
            log.debug("dropped {} of a task that is over", event);
        } else {
            take(event, header, Json.object(message, "payload").orElseGet(JsonObject::new), task);
        }
    }

    @Override
    public void onMessage(WebSocket from, ByteString bytes) {
        Current task = current;
        if (task != null && task.isStarted() && isOurs) {
            task.listener().sound(bytes.asByteBuffer());
        } else {
            log.debug("dropped {} bytes of a task that is over", bytes.size());
        }
    }

    @Override
    public void onClosing(WebSocket closing, int code, String reason) {
        isLost = true;
        closing.close(NORMAL_CLOSURE, null); // not the same code: some may only be received
        Current task = end();
        if (task != null) {
            task.listener().closed(code, reason);
        }
    }

    @Override
    public void onFailure(WebSocket failed, Throwable t, @Nullable Response response) {
        boolean wasOpen = socket != null;
        isLost = true;
        Current task = end();
        if (task != null) {
            task.listener().failed(wasOpen ? cutOff(t) : refused(t, response));
        }
        opening.completeExceptionally(t);
    }

    @Override
    protected void sendTextWithRetry(
            String apiKey,
            boolean isSecurityCheck,
            String message,
            String workspace,
            Map<String, String> headers,
            String url) {
        WebSocket open = socket;
        require((open != null ? open : open(apiKey, isSecurityCheck, workspace, headers, url)).send(message));
    }

    /**
     * Blocks until the socket is open. The SDK would open it with a client of its own, whatever it was made with, and so
     * without our proxy and certificates, and try twice more, ten seconds apart.
     */
    private WebSocket open(
            String apiKey,
            boolean isSecurityCheck,
            @Nullable String workspace,
            @Nullable Map<String, String> headers,
            String url) {
        try {
            Map<String, String> own = Optional.ofNullable(headers).orElse(Map.of());
            Request request = new Request.Builder()
                    .url(url)
                    .headers(
                            Headers.of(DashScopeHeaders.buildWebSocketHeaders(apiKey, isSecurityCheck, workspace, own)))
                    .build();
            client.newWebSocket(request, this);
            return opening.join();
        } catch (NoApiKeyException e) {
            throw new IllegalStateException("a task without a key", e);
        }
    }

    /** Nothing is tried again, as the SDK would: half a task on another socket is none. */
    @Override
    protected void sendBinaryWithRetry(
            String apiKey,
            boolean isSecurityCheck,
            ByteString message,
            String workspace,
            Map<String, String> headers,
            String url) {
        WebSocket open = socket;
        awaitRoom(open);
        require(open != null && open.send(message));
    }

    private void take(String event, JsonObject header, JsonObject payload, Current task) {
        switch (event) {
            case "task-started" -> {
                current = new Current(task.request(), task.listener(), true);
                task.listener().started();
            }
            case "result-generated" -> task.listener().result(payload);
            case "task-finished" -> {
                end();
                task.listener().finished(payload, !task.request().isFinishSent());
            }
            case "task-failed" -> {
                end();
                task.listener()
                        .failed(apiException(
                                Json.string(header, "error_code").orElse(""),
                                Json.string(header, "error_message").orElse("")));
            }
            default -> {
                log.warn("skipped an event of an unknown kind: {}", event);
                task.listener().strange(event);
            }
        }
    }

    /** OkHttp gives a socket up when 16 MB wait for it. */
    private void awaitRoom(@Nullable WebSocket open) {
        try {
            while (open != null && !isLost && open.queueSize() > MOST_WAITING) {
                Thread.sleep(Pace.PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            Interrupts.keep(e);
        }
    }

    private @Nullable Current end() {
        Current task = current;
        current = null;
        return task;
    }

    private static void require(boolean isSent) {
        if (!isSent) {
            throw apiException(Faults.CUT_OFF, "the socket is closed");
        }
    }

    private static ApiException cutOff(Throwable t) {
        return apiException(Faults.CUT_OFF, String.valueOf(t.getMessage()));
    }

    /** As the SDK would put it, which is where errors are told apart by. */
    private static Throwable refused(Throwable t, @Nullable Response response) {
        if (response == null || response.body() == null) {
            return t;
        }
        try {
            String after = response.header("Retry-After", "");
            return new IOException(
                    t.getMessage() + ", retry-after: " + after + "; body: " + AnswerText.ofFault(response.body()), t);
        } catch (IOException e) {
            return t;
        }
    }

    private static ApiException apiException(String code, String message) {
        return new ApiException(Status.builder().code(code).message(message).build());
    }

    /** The task that runs now. */
    private record Current(TaskRequest request, TaskListener listener, boolean isStarted) {
        Current(TaskRequest request, TaskListener listener) {
            this(request, listener, false);
        }
    }
}
