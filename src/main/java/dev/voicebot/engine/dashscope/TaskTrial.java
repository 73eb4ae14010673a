package dev.voicebot.engine.dashscope;

import com.alibaba.dashscope.common.Status;
import com.alibaba.dashscope.exception.ApiException;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.Interrupts;
import dev.voicebot.service.ServiceError;
import dev.voicebot.synthesis.Voice;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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
        CompletableFuture<WebSocket> opening = connection
                .network()
                .httpClient()
                .connectTimeout(connection.connectTimeout())
                .build()
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + connection.apiKey().reveal())
                .buildAsync(connection.network().route().of(connection.websocketUrl()), answer);
        try (Cancellation.Registration tie = cancellation.onCancel(() -> opening.cancel(true));
                Cancellation.Registration tied = cancellation.onCancel(() -> answer.started.cancel(true))) {
            WebSocket socket = await(opening, connection.connectTimeout());
            await(socket.sendText(runTask(model), true), TO_START);
            await(answer.started, TO_START);
        } finally {
            var unused = opening.thenAccept(WebSocket::abort);
        }
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
            throw faults.unreachable("no answer within " + patience.toMillis() + " ms", e);
        } catch (java.util.concurrent.CancellationException e) {
            throw AssistantException.interrupted();
        } catch (InterruptedException e) {
            throw Interrupts.leave(e);
        }
    }

    private AssistantException explain(Throwable e) {
        return e instanceof WebSocketHandshakeException refused
                ? faults.ofStatus(refused.getResponse().statusCode(), null)
                : faults.ofConnecting(e);
    }

    /** The first event of the service. */
    private static final class Answer implements WebSocket.Listener {
        final CompletableFuture<Void> started = new CompletableFuture<>();
        private final StringBuilder text = new StringBuilder(); // by one thread at a time, as the client promises

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            socket.request(1);
            if (last) {
                read(text.toString());
                text.setLength(0);
            }
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            fail("network error", Faults.closing(status, reason));
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
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
