package dev.voicebot.engine.espeak;

import com.sun.jna.Native;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread of the process that may touch espeak-ng, which is global and not re-entrant. */
final class EspeakThread {
    private static final Logger log = LoggerFactory.getLogger(EspeakThread.class);

    static final int SAMPLE_RATE = 22050; // Hz, what the library's data is made for

    private static final int BUFFER_MILLIS = 60;
    private static final Executor thread = Executors.newSingleThreadExecutor(work -> {
        Thread espeak = new Thread(work, "espeak");
        espeak.setDaemon(true);
        return espeak;
    });
    private static @Nullable Espeak loaded; // the espeak thread's

    private EspeakThread() {}

    /** Loads the library, if nobody did yet; a fault comes back with the first work. */
    static void warm(Path cache) {
        thread.execute(() -> {
            try {
                espeak(cache);
            } catch (AssistantException e) {
                log.warn("the built-in voice does not start", e);
            }
        });
    }

    /** Runs {@code work} after what was submitted before; the future ends with its fault, if any. */
    static CompletableFuture<Void> submit(Path cache, Consumer<Espeak> work) {
        return CompletableFuture.runAsync(() -> work.accept(espeak(cache)), thread);
    }

    private static Espeak espeak(Path cache) {
        Espeak current = loaded;
        if (current == null) {
            current = load(EspeakFiles.unpackedIn(cache));
            loaded = current;
        }
        return current;
    }

    private static Espeak load(EspeakFiles files) {
        try {
            EspeakLibrary library = Native.load(files.library().toString(), EspeakLibrary.class);
            int rate = library.espeak_Initialize(
                    EspeakLibrary.OUTPUT_SYNCHRONOUS,
                    BUFFER_MILLIS,
                    files.folder().toString(),
                    0);
            if (rate != SAMPLE_RATE) {
                throw broken(files, "it answered " + rate, null);
            }
            return new Espeak(library);
        } catch (UnsatisfiedLinkError e) {
            throw broken(files, String.valueOf(e.getMessage()), e);
        }
    }

    private static AssistantException broken(EspeakFiles files, String what, @Nullable Throwable cause) {
        return new AssistantException(
                FaultKind.FAILED,
                "the built-in voice does not start (" + what + "): delete " + files.folder() + " and try again",
                cause);
    }
}
