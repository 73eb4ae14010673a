package dev.voicebot.engine.espeak;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.synthesis.SentenceSplitter;
import dev.voicebot.synthesis.SpeechStream;
import dev.voicebot.synthesis.Voice;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** One reply: cut into sentences here, spoken on the espeak thread. */
final class EspeakStream implements SpeechStream {
    private final Path cache;
    private final Voice voice;
    private final Consumer<PcmFrame> frames;
    private final Cancellation cancellation;
    private final SentenceSplitter splitter = new SentenceSplitter();
    private CompletableFuture<Void> spoken = CompletableFuture.completedFuture(null);
    private volatile boolean closed; // set by the writing thread, read by espeak's

    EspeakStream(Path cache, Voice voice, Consumer<PcmFrame> frames, Cancellation cancellation) {
        this.cache = cache;
        this.voice = voice;
        this.frames = frames;
        this.cancellation = cancellation;
    }

    @Override
    public void write(String text) {
        cancellation.throwIfCancelled();
        if (spoken.isCompletedExceptionally()) {
            await(spoken);
        }
        splitter.add(text).forEach(this::speak);
    }

    @Override
    public void finish() {
        splitter.finish().ifPresent(this::speak);
        await(spoken);
        cancellation.throwIfCancelled();
    }

    @Override
    public void close() {
        closed = true;
    }

    private void speak(String sentence) {
        CompletableFuture<Void> before = spoken;
        CompletableFuture<Void> next = EspeakThread.submit(cache, espeak -> {
            if (!isOver()) {
                espeak.speak(sentence, voice, frames, this::isOver);
            }
        });
        spoken = CompletableFuture.allOf(before, next);
    }

    private boolean isOver() {
        return closed || cancellation.isCancelled();
    }

    private void await(CompletableFuture<Void> work) {
        CompletableFuture<Object> over = new CompletableFuture<>();
        try (Cancellation.Registration tie = cancellation.onCancel(() -> over.complete(true))) {
            CompletableFuture.anyOf(work, over).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AssistantException.interrupted();
        } catch (ExecutionException e) {
            throw asFault(e);
        }
    }

    private static AssistantException asFault(ExecutionException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof AssistantException fault) {
                return fault;
            }
        }
        return new AssistantException(FaultKind.FAILED, "the built-in voice failed: " + e.getMessage(), e);
    }
}
