package dev.voicebot.engine.openai;

import com.openai.client.OpenAIClient;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIIoException;
import com.openai.errors.OpenAIServiceException;
import dev.voicebot.engine.openai.SpeechModels.Purpose;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import java.io.IOException;
import java.util.List;

/** Asks one server to hear or to speak; keeps its connection. Any thread. */
final class SpeechClient implements AutoCloseable {
    private final SpeechParameters parameters;
    private final Purpose purpose;
    private final OpenAiConnection connection;
    private final Cancellation closing = new Cancellation();

    private volatile String model; // empty before the first request, where the server's list decides

    SpeechClient(SpeechParameters parameters, Purpose purpose) {
        this.parameters = parameters;
        this.purpose = purpose;
        this.model = parameters.model().orElse("");
        this.connection =
                new OpenAiConnection(parameters.address(), new OtherPath(), new AnswerShapes(parameters.patience()));
    }

    /** One request. */
    @FunctionalInterface
    interface Request<T> {
        T send(OpenAIClient client, String model) throws IOException;
    }

    SpeechParameters parameters() {
        return parameters;
    }

    /** The model in use; empty where that is still for the server's list to decide. */
    String model() {
        return model;
    }

    /**
     * Makes a request; blocks until it is answered.
     *
     * @throws AssistantException INTERRUPTED soon after the cancel or {@link #close}; SERVICE, CREDENTIALS or SETTINGS
     *     when the server refuses or fails
     */
    <T> T ask(Request<T> request, Cancellation cancellation) {
        try (Cancellation.Scope scope = cancellation.child();
                Cancellation.Registration onClose = closing.onCancel(scope.cancellation()::cancel)) {
            scope.cancellation().throwIfCancelled();
            return connection.cancellable(scope.cancellation(), () -> send(request, scope.cancellation()));
        }
    }

    private <T> T send(Request<T> request, Cancellation cancellation) {
        try {
            return request.send(connection.client(), chosenModel());
        } catch (IOException e) {
            throw fault(new OpenAIIoException("the answer broke off", e), cancellation);
        } catch (OpenAIException e) {
            throw fault(e, cancellation);
        }
    }

    private String chosenModel() {
        if (model.isEmpty()) {
            model = offered().stream().findFirst().orElse(purpose.usual());
        }
        return model;
    }

    /** The models that the server lists for this purpose. */
    private List<String> offered() {
        return SpeechModels.of(connection, purpose);
    }

    SpeechFaults faults() {
        return new SpeechFaults(parameters, model());
    }

    private AssistantException fault(OpenAIException e, Cancellation cancellation) {
        if (cancellation.isCancelled() || Thread.currentThread().isInterrupted()) {
            return AssistantException.interrupted();
        }
        return faults().from(e, e instanceof OpenAIServiceException ? offeredAfterAll() : List.of());
    }

    private List<String> offeredAfterAll() {
        try {
            return offered();
        } catch (OpenAIException e) {
            return List.of();
        }
    }

    @Override
    public void close() {
        closing.cancel();
        connection.close();
    }
}
