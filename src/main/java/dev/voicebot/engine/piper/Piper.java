package dev.voicebot.engine.piper;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.localmodels.LocalModel;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.threads.Worker;
import io.github.givimad.piperjni.PiperJNI;
import io.github.givimad.piperjni.PiperVoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The process's one Piper. It works on espeak's thread: it shares espeak's library, which keeps its state in globals.
 */
final class Piper {
    private static final Executor THREAD = Worker.ESPEAK.only();

    // Below: that thread only.
    private static @Nullable PiperJNI library;
    private static final Map<Path, Piper> LOADED = new HashMap<>();
    private final PiperJNI piper;
    private final PiperVoice voice;

    private Piper(PiperJNI piper, PiperVoice voice) {
        this.piper = piper;
        this.voice = voice;
    }

    /** Does {@code work} on Piper's thread, after all that was handed over before. */
    static void execute(Runnable work) {
        THREAD.execute(work);
    }

    /** Loads a voice the first time, which takes about a second. On Piper's thread. */
    static Piper load(LocalModel model, PiperFiles files) {
        Path file = model.file("model");
        Piper loaded = LOADED.get(file);
        if (loaded == null) {
            loaded = loadNow(model, file, files);
            LOADED.put(file, loaded);
        }
        return loaded;
    }

    private static Piper loadNow(LocalModel model, Path file, PiperFiles files) {
        try {
            PiperJNI piper = library(files);
            return new Piper(piper, piper.loadVoice(file, model.file("config")));
        } catch (IOException | PiperJNI.NotInitialized | RuntimeException | LinkageError e) {
            throw new AssistantException(
                    FaultKind.FAILED,
                    tr(
                            "Cannot load the voice %s. Set synthesis.engine = \"espeak\", or run: voicebot models verify %s",
                            model.name(), model.name()),
                    e);
        }
    }

    private static PiperJNI library(PiperFiles files) throws IOException {
        PiperJNI piper = library;
        if (piper == null) {
            piper = PiperLibrary.load(files.espeakData().get(), files.cache());
            library = piper;
        }
        return piper;
    }

    /** Says a stretch of text; cannot be stopped, so keep it short. On Piper's thread. */
    short[] say(String text) {
        try {
            return piper.textToAudio(voice, text);
        } catch (IOException | PiperJNI.NotInitialized e) {
            throw new AssistantException(FaultKind.FAILED, tr("The voice failed. See the log."), e);
        }
    }
}
