package dev.voicebot.engine.dashscope;

import static dev.voicebot.text.Messages.tr;

import com.alibaba.dashscope.common.Status;
import com.alibaba.dashscope.exception.ApiException;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.voicebot.network.OkHttp;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.Interrupts;
import dev.voicebot.service.ServiceError;
import dev.voicebot.synthesis.Voice;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether the voice service takes a task: the key, the account, the model. The task is begun and given up before
 * anything is sent, so it costs nothing. Not by the SDK, which would not say for half a minute that nobody is there.
 */
public final class TaskTrial {
    private static final Duration TO_START = Duration.ofSeconds(5);

    private final DashScopeConnection connection;
    private final SynthesisParameters wanted;
    private final Voice voice;
    private final Faults faults;

    private TaskTrial(DashScopeConnection connection, SynthesisParameters wanted, Voice voice) {
        this.connection = connection;
        this.wanted = wanted;
        this.voice = voice;
        this.faults = Faults.ofSynthesis(connection, wanted.model());
    }

    public static TaskTrial synthesis(DashScopeConnection connection, SynthesisParameters wanted, Voice voice) {
        return new TaskTrial(connection, wanted, voice);
    }

    private JsonObject payload(String model) {
        return TaskDescription.synthesis(
                        model,
                        Map.of(
                                "text_type",
                                "PlainText",
                                "voice",
                                new VoiceChoice(wanted.notices()).of(model, voice.name()),
                                "format",
                                "pcm",
                                "sample_rate",
                                wanted.sampleRate()))
                .payload();
    }

    /**
     * Blocks until the service has taken the task.
     *
     * @throws AssistantException CREDENTIALS, SETTINGS or SERVICE when it refuses, or cannot be reached
     */
    public void run(Cancellation cancellation) {
        String model = wanted.model().model();
        try {
            begin(model, cancellation);
        } catch (AssistantException e) {
            boolean isMissing = Faults.meaning(e) == ServiceError.UNKNOWN_MODEL;
            if (!isMissing
                    || wanted.model()
                            .instead(model)
                            .filter(other -> !other.equals(model))
                            .isEmpty()) {
                throw e;
            }
            run(cancellation);
        }
    }

    private void begin(String model, Cancellation cancellation) {
        Answer answer = new Answer();
        OkHttpClient client = OkHttp.on(connection.network(), new OkHttpClient.Builder())
                .connectTimeout(connection.connectTimeout())
                .build();
        WebSocket socket = client.newWebSocket(request(), answer);
        try (Cancellation.Registration tie = cancellation.onCancel(() -> answer.opened.cancel(true));
                Cancellation.Registration tied = cancellation.onCancel(() -> answer.started.cancel(true))) {
            await(answer.opened, connection.connectTimeout());
            socket.send(runTask(model));
            await(answer.started, TO_START);
        } finally {
            socket.cancel();
            client.dispatcher().executorService().shutdown();
        }
    }

    private Request request() {
        return new Request.Builder()
                .url(connection.network().route().of(connection.websocketUrl()).toString())
                .header("Authorization", "Bearer " + connection.apiKey().reveal())
                .build();
    }

    private String runTask(String model) {
        JsonObject header = new JsonObject();
        header.addProperty("action", "run-task");
        header.addProperty("task_id", UUID.randomUUID().toString().replace("-", ""));
        header.addProperty("streaming", "duplex");
        JsonObject message = new JsonObject();
        message.add("header", header);
        message.add("payload", payload(model));
        return message.toString();
    }

    private <T> T await(CompletableFuture<T> future, Duration patience) {
        try {
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw cause instanceof ApiException ? faults.of(cause) : explain(cause);
        } catch (TimeoutException e) {
            throw faults.unreachable(tr("no answer within %s ms", patience.toMillis()), e);
        } catch (java.util.concurrent.CancellationException e) {
            throw AssistantException.interrupted();
        } catch (InterruptedException e) {
            throw Interrupts.leave(e);
        }
    }

    private AssistantException explain(Throwable e) {
        return e instanceof RefusedException refused ? faults.ofStatus(refused.status, null) : faults.ofConnecting(e);
    }

    /** There is a server, but it opens no socket. */
    private static final class RefusedException extends IOException {
        private final int status;

        RefusedException(int status) {
            super("Unexpected HTTP status " + status);
            this.status = status;
        }
    }

    /** The first event of the service. */
    private static final class Answer extends WebSocketListener {
        final CompletableFuture<Void> opened = new CompletableFuture<>();
        final CompletableFuture<Void> started = new CompletableFuture<>();

        @Override
        public void onOpen(WebSocket socket, Response response) {
            opened.complete(null);
        }

        @Override
        public void onMessage(WebSocket socket, String text) {
            read(text);
        }

        @Override
        public void onClosing(WebSocket socket, int status, String reason) {
            fail("network error", Faults.closing(status, reason));
        }

        @Override
        public void onFailure(WebSocket socket, Throwable error, @Nullable Response response) {
            opened.completeExceptionally(response == null ? error : new RefusedException(response.code()));
            fail("network error", String.valueOf(error.getMessage()));
        }

        private void read(String message) {
            try {
                JsonObject header =
                        JsonParser.parseString(message).getAsJsonObject().getAsJsonObject("header");
                if (header.get("event").getAsString().equals("task-failed")) {
                    fail(
                            header.get("error_code").getAsString(),
                            header.get("error_message").getAsString());
                }
                started.complete(null);
            } catch (JsonParseException | IllegalStateException | NullPointerException e) {
                fail("unknown answer", "it is no event of the service");
            }
        }

        private void fail(String code, String message) {
            started.completeExceptionally(new ApiException(
                    Status.builder().code(code).message(message).build()));
        }
    }
}
