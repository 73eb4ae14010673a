package dev.voicebot.engine.openai;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.Interrupts;
import dev.voicebot.synthesis.SentenceSplitter;
import dev.voicebot.synthesis.SpeechListener;
import dev.voicebot.synthesis.SpeechStream;
import dev.voicebot.threads.Worker;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.regex.Pattern;

/** One reply: split into sentences on the writer's thread, spoken one after the other on the thread server-voice. */
final class OpenAiSpeechStream implements SpeechStream {
    private static final Pattern SPEAKABLE = Pattern.compile("[\\p{L}\\p{N}]");

    private final SpokenPieces server;
    private final SpeechListener frames;
    private final Cancellation.Scope scope;
    private final SentenceSplitter splitter = new SentenceSplitter(); // writer's thread
    private final ExecutorService speaking = Worker.SERVER_VOICE.inOrder();
    private boolean written; // writer's thread
    private int spoken; // characters handed on, or passed over; writer's thread
    private final Object handingOver = new Object(); // held while a frame is at the listener

    /** Done when the reply is spoken, failed, cancelled or closed; whichever comes first. No frame follows. */
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    OpenAiSpeechStream(SpokenPieces server, SpeechListener frames, Cancellation cancellation) {
        this.server = server;
        this.frames = frames;
        this.scope = cancellation.child();
        scope.cancellation().onCancel(() -> end.completeExceptionally(AssistantException.interrupted()));
    }

    @Override
    public void write(String text) {
        throwIfFailed();
        speak(splitter.add(text));
    }

    @Override
    public void finish() {
        throwIfFailed();
        speak(splitter.finish());
        if (written) {
            execute(() -> end.complete(null));
            awaitEnd();
        }
    }

    @Override
    public void close() {
        end.complete(null);
        scope.cancellation().cancel();
        scope.close();
        speaking.shutdown();
    }

    private void speak(List<String> pieces) {
        for (String piece : pieces) {
            spoken += piece.length();
            if (SPEAKABLE.matcher(piece).find()) {
                written = true;
                int characters = spoken;
                execute(() -> {
                    server.speak(piece, this::handOver, scope.cancellation());
                    handOver(() -> frames.reached(characters));
                });
            }
        }
    }

    private void execute(Runnable work) {
        speaking.execute(() -> {
            if (end.isDone()) {
                return;
            }
            try {
                work.run();
            } catch (AssistantException e) {
                end.completeExceptionally(e);
            } catch (RuntimeException e) {
                end.completeExceptionally(AssistantException.unforeseen(e));
            }
        });
    }

    private void handOver(PcmFrame frame) {
        handOver(() -> frames.accept(frame));
        scope.cancellation().throwIfCancelled();
    }

    private void handOver(Runnable handing) {
        synchronized (handingOver) {
            if (!end.isDone()) {
                handing.run();
            }
        }
    }

    private void throwIfFailed() {
        if (end.isCompletedExceptionally()) {
            awaitEnd();
        }
    }

    private void awaitEnd() {
        try {
            end.get();
        } catch (InterruptedException e) {
            scope.cancellation().cancel();
            throw Interrupts.leave(e);
        } catch (ExecutionException e) {
            synchronized (handingOver) { // waits for the frame that was under way when the end came
                throw e.getCause() instanceof AssistantException fault
                        ? fault
                        : AssistantException.unforeseen(new IllegalStateException(e));
            }
        }
    }
}
