package dev.voicebot.synthesis;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.Interrupts;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;

/** One reply: split into sentences on the writer's thread, spoken one after the other on the engine's. */
public abstract class SentenceStream implements SpeechStream {
    private static final Pattern SPEAKABLE = Pattern.compile("[\\p{L}\\p{N}]");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    private final Executor engine;
    private final boolean isWhole;
    private final SpeechListener frames;
    private final SentenceSplitter splitter = new SentenceSplitter(); // writer's thread
    private boolean written; // writer's thread
    private int spoken; // characters handed to the engine's thread, or passed over; writer's thread
    private Cancellation.Registration registration = () -> {}; // writer's thread
    private final Object handingOver = new Object(); // held while a frame is at the consumer

    /** Done when the reply is spoken, failed, cancelled or closed; whichever comes first. No frame follows. */
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    /**
     * Says nothing yet.
     *
     * @param engine does its work in order on one thread
     * @param isWhole whether what is written must not be split
     */
    protected SentenceStream(Executor engine, boolean isWhole, SpeechListener frames) {
        this.engine = engine;
        this.isWhole = isWhole;
        this.frames = frames;
    }

    /** Gets the engine ready, so that the first sentence need not wait. On the engine's thread. */
    protected abstract void prepare();

    /**
     * Says a sentence, which has no control characters, by {@link #handOver}. Gives up soon when {@link #isOver}. On the
     * engine's thread.
     */
    protected abstract void speakPiece(String piece);

    /** Begins; returns at once. */
    public final void start(Cancellation cancellation) {
        registration = cancellation.onCancel(() -> end.completeExceptionally(AssistantException.interrupted()));
        execute(this::prepare);
    }

    @Override
    public final void write(String text) {
        throwIfFailed();
        speak(isWhole ? List.of(text) : splitter.add(text));
    }

    @Override
    public final void finish() {
        throwIfFailed();
        speak(splitter.finish());
        if (!written) {
            return;
        }
        execute(() -> end.complete(null));
        awaitEnd();
    }

    @Override
    public final void close() {
        end.complete(null);
        registration.close();
        closed();
    }

    /** Gives up what is still going on. */
    protected void closed() {}

    /** What the user is told of a bug in the engine. */
    protected AssistantException failure(Throwable cause) {
        return new AssistantException(FaultKind.FAILED, tr("The built-in voice failed. See the log."), cause);
    }

    /** Whether nothing more is to be said. */
    protected final boolean isOver() {
        return end.isDone();
    }

    /** Whether a text has anything to say. */
    protected static boolean isSpeakable(String text) {
        return SPEAKABLE.matcher(text).find();
    }

    /** Passes a frame on; false when it came too late. */
    protected final boolean handOver(PcmFrame frame) {
        synchronized (handingOver) {
            if (end.isDone()) {
                return false;
            }
            frames.accept(frame);
            return true;
        }
    }

    private void speak(List<String> pieces) {
        for (String piece : pieces) {
            spoken += piece.length();
            if (isSpeakable(piece)) {
                written = true;
                int characters = spoken;
                execute(() -> {
                    speakPiece(CONTROL.matcher(piece).replaceAll(" "));
                    reached(characters);
                });
            }
        }
    }

    private void execute(Runnable work) {
        engine.execute(() -> {
            if (end.isDone()) {
                return;
            }
            try {
                work.run();
            } catch (AssistantException e) {
                end.completeExceptionally(e);
            } catch (RuntimeException | Error e) {
                end.completeExceptionally(failure(e));
            }
        });
    }

    private void reached(int characters) {
        synchronized (handingOver) {
            if (!end.isDone()) { // else the sentence was cut
                frames.reached(characters);
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
            Interrupts.keep(e);
            end.completeExceptionally(AssistantException.interrupted());
            throw AssistantException.interrupted();
        } catch (ExecutionException e) {
            synchronized (handingOver) { // waits for the frame that was under way when the end came
                throw e.getCause() instanceof AssistantException fault ? fault : failure(e);
            }
        }
    }
}
