package dev.voicebot.repl;

import dev.voicebot.localmodels.CatalogModel;
import dev.voicebot.localmodels.LocalModel;
import dev.voicebot.localmodels.PullListener;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.wiring.RecognizerOffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

/** A recognizer whose download goes as the test says. */
final class ScriptedOffer implements RecognizerOffer {
    static final long SIZE = 200_000_000;

    private static final CatalogModel MODEL = new CatalogModel(
            "ears",
            LocalModel.Kind.SENSE_VOICE,
            "recognition",
            "",
            List.of("en"),
            "MIT",
            "",
            List.of(),
            Map.of(),
            List.of(),
            List.of(new CatalogModel.CatalogFile("model", "m.onnx", SIZE, "", false, List.of())));

    final BlockingQueue<Download> downloads = new LinkedBlockingQueue<>();
    volatile boolean needsAgreement = true;
    volatile boolean isPulledElsewhere;
    private volatile boolean isFetched;

    /** One that has begun. */
    record Download(PullListener listener, CompletableFuture<Void> end) {
        void has(long bytes) {
            listener.progress(MODEL, bytes, SIZE);
        }

        void isWhole() {
            end.complete(null);
        }

        void fails(AssistantException fault) {
            end.completeExceptionally(fault);
        }
    }

    Download download() {
        return ScriptedTurns.takeFrom(downloads);
    }

    boolean isFetched() {
        return isFetched;
    }

    @Override
    public String name() {
        return "ears";
    }

    @Override
    public long size() {
        return SIZE;
    }

    @Override
    public boolean isHere() {
        return isPulledElsewhere;
    }

    @Override
    public List<String> description() {
        return List.of("No recognizer yet. ears is 200 MB once.");
    }

    @Override
    public boolean needsAgreement() {
        return needsAgreement;
    }

    @Override
    public void fetch(PullListener listener, Cancellation cancellation) {
        Download download = new Download(listener, new CompletableFuture<>());
        try (Cancellation.Registration tie =
                cancellation.onCancel(() -> download.fails(AssistantException.interrupted()))) {
            if (!isPulledElsewhere) {
                downloads.add(download);
                download.end().join();
            }
            isFetched = true;
        } catch (CompletionException e) {
            throw (AssistantException) e.getCause();
        }
    }
}
