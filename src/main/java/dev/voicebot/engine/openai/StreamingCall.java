package dev.voicebot.engine.openai;

import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.services.blocking.chat.ChatCompletionService;
import dev.voicebot.outcome.AssistantException;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One answer on its way. The SDK blocks without a way out until the server answers, so it runs on a thread of its own,
 * {@code chat}, and whoever waits for tokens leaves at once when the call is aborted.
 */
final class StreamingCall {
    private final Faults faults;
    private final BlockingQueue<Supplier<Optional<String>>> arrived = new LinkedBlockingQueue<>();
    private @Nullable StreamResponse<ChatCompletionChunk> stream; // guarded by this
    private boolean aborted; // guarded by this

    StreamingCall(Faults faults) {
        this.faults = faults;
    }

    void start(Supplier<ChatCompletionService> service, ChatCompletionCreateParams request) {
        Thread thread = new Thread(() -> run(service, request), "chat");
        thread.setDaemon(true);
        thread.start();
    }

    /** Gives every token on the calling thread, until the answer is whole. */
    void forEachToken(Consumer<String> tokens) {
        boolean empty = true;
        for (Optional<String> token = next(); token.isPresent(); token = next()) {
            tokens.accept(token.get());
            empty = false;
        }
        if (empty) {
            throw faults.emptyAnswer();
        }
    }

    /** Any thread. */
    void abort() {
        arrived.clear();
        arrived.add(() -> {
            throw AssistantException.interrupted();
        });
        StreamResponse<ChatCompletionChunk> open;
        synchronized (this) {
            aborted = true;
            open = stream;
        }
        if (open != null) {
            open.close();
        }
    }

    private Optional<String> next() {
        try {
            return arrived.take().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AssistantException.interrupted();
        }
    }

    private void run(Supplier<ChatCompletionService> service, ChatCompletionCreateParams request) {
        try (StreamResponse<ChatCompletionChunk> response = service.get().createStreaming(request)) {
            if (keep(response)) {
                readTokens(response.stream().iterator());
                arrived.add(Optional::empty);
            }
        } catch (RuntimeException e) {
            AssistantException fault = faults.of(e);
            arrived.add(() -> {
                throw fault;
            });
        }
    }

    /** False when nobody wants the answer any more. */
    private synchronized boolean keep(StreamResponse<ChatCompletionChunk> response) {
        stream = response;
        return !aborted;
    }

    /** The chunk with the usage has no choices; a delta may have no content, such as one of a model that reasons. */
    private void readTokens(Iterator<ChatCompletionChunk> chunks) {
        while (chunks.hasNext()) {
            chunks.next().choices().stream()
                    .findFirst()
                    .flatMap(choice -> choice.delta().content())
                    .filter(content -> !content.isEmpty())
                    .ifPresent(content -> arrived.add(() -> Optional.of(content)));
        }
    }
}
