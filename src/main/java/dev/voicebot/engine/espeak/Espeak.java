package dev.voicebot.engine.espeak;

import static dev.voicebot.text.Messages.tr;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.synthesis.Voice;
import dev.voicebot.threads.Worker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The process's one espeak-ng: the library keeps its state in globals and is not re-entrant, so everything happens on
 * the thread {@code espeak}.
 */
final class Espeak {
    static final int SAMPLE_RATE = 22_050;

    private static final int FRAME_MILLIS = 60;
    private static final int NATURAL_WORDS_PER_MINUTE = 170;
    private static final int NATURAL_PITCH = 50;

    private static final Executor THREAD = Worker.ESPEAK.only();

    // Below: thread espeak only.
    private static @Nullable Espeak loaded;
    private final EspeakNative library;
    private final Path data;
    private final Path cacheFolder;
    // C keeps only the address of it: this field keeps the object alive.
    private final EspeakNative.SynthCallback callback = this::samples;
    private Predicate<PcmFrame> frames = frame -> false;
    private @Nullable Throwable thrown;
    private @Nullable Map<String, String> byLanguage;

    private Espeak(EspeakNative library, Path data, Path cacheFolder) {
        this.library = library;
        this.data = data;
        this.cacheFolder = cacheFolder;
    }

    /** Does {@code work} on the espeak thread, after all that was handed over before. */
    static void execute(Runnable work) {
        THREAD.execute(work);
    }

    /**
     * Loads the library the first time; the folder it came from then serves the whole process. On the espeak thread.
     *
     * @throws AssistantException FAILED when it cannot be unpacked or loaded; the next call tries again
     */
    static Espeak load(Path cacheFolder) {
        Espeak espeak = loaded;
        if (espeak == null) {
            espeak = start(cacheFolder);
            loaded = espeak;
        }
        espeak.refillCache();
        return espeak;
    }

    /** espeak reads a voice's dictionary each time the voice is chosen, so the files must stay where they were. */
    private void refillCache() {
        if (!Files.isDirectory(data)) {
            EspeakLibrary.unpackInto(cacheFolder, EspeakPlatform.current());
        }
    }

    private static Espeak start(Path cacheFolder) {
        EspeakLibrary files = EspeakLibrary.unpackInto(cacheFolder, EspeakPlatform.current());
        Espeak espeak = new Espeak(bind(files), files.data(), cacheFolder);
        int sampleRate = espeak.library.espeak_Initialize(
                EspeakNative.AUDIO_OUTPUT_SYNCHRONOUS,
                FRAME_MILLIS,
                files.data().toString(),
                EspeakNative.INITIALIZE_DONT_EXIT);
        if (sampleRate != SAMPLE_RATE) {
            throw new AssistantException(
                    FaultKind.FAILED,
                    tr(
                            "The built-in voice cannot read its data in %s. Delete that folder, or set XDG_CACHE_HOME"
                                    + " to a folder with a shorter name.",
                            files.data()));
        }
        espeak.library.espeak_SetSynthCallback(espeak.callback);
        return espeak;
    }

    static EspeakNative bind(EspeakLibrary files) {
        try {
            return Native.load(
                    files.library().toString(), EspeakNative.class, Map.of(Library.OPTION_STRING_ENCODING, "UTF-8"));
        } catch (LinkageError e) {
            throw new AssistantException(
                    FaultKind.FAILED,
                    tr("The built-in voice does not load on this system (it needs glibc, macOS or Windows, and"
                            + " folders that allow running programs). Set DASHSCOPE_API_KEY to speak through DashScope,"
                            + " or synthesis.enabled = false."),
                    e);
        }
    }

    /**
     * Speaks one stretch of text; returns when the last frame was handed over, or {@code frames} said no. On the espeak
     * thread.
     *
     * @param options of the header's flags: {@link EspeakNative#ENDPAUSE}, {@link EspeakNative#SSML}
     * @param frames takes each frame; false gives the rest up; what it throws comes out here
     */
    void speak(String text, int options, Predicate<PcmFrame> frames) {
        this.frames = frames;
        thrown = null;
        byte[] bytes = (text + '\0').getBytes(StandardCharsets.UTF_8);
        int flags = EspeakNative.CHARS_UTF8 | options;
        int status = library.espeak_Synth(
                bytes, new EspeakNative.SizeT(bytes.length), 0, EspeakNative.POS_CHARACTER, 0, flags, null, null);
        this.frames = frame -> false;
        if (thrown instanceof AssistantException fault) {
            throw fault;
        }
        if (thrown != null || status != 0) {
            throw new AssistantException(
                    FaultKind.FAILED, tr("The built-in voice failed (%s). See the log.", status), thrown);
        }
    }

    /** Chooses the voice for what comes next; false when there is no such voice. On the espeak thread. */
    boolean choose(String voiceName, Voice voice) {
        if (library.espeak_SetVoiceByName(voiceName) != 0
                && library.espeak_SetVoiceByName(ofLanguage(voiceName)) != 0) {
            return false;
        }
        library.espeak_SetParameter(EspeakNative.RATE, (int) Math.round(NATURAL_WORDS_PER_MINUTE * voice.rate()), 0);
        library.espeak_SetParameter(EspeakNative.PITCH, (int) Math.round(NATURAL_PITCH * voice.pitch()), 0);
        library.espeak_SetParameter(EspeakNative.VOLUME, 2 * voice.volume(), 0);
        return true;
    }

    /** espeak knows voices by their files' names, which the language may not be; a variant stays. */
    private String ofLanguage(String voiceName) {
        Map<String, String> known = byLanguage;
        if (known == null) {
            known = EspeakVoices.byLanguage(data);
            byLanguage = known;
        }
        int variant = voiceName.indexOf('+');
        String language = variant < 0 ? voiceName : voiceName.substring(0, variant);
        return known.getOrDefault(language, language) + voiceName.substring(language.length());
    }

    // Called by C: nothing may be thrown out of here.
    private int samples(@Nullable Pointer samples, int count, Pointer events) {
        try {
            if (samples == null || count <= 0) {
                return 0;
            }
            return frames.test(new PcmFrame(samples.getShortArray(0, count), SAMPLE_RATE)) ? 0 : 1;
        } catch (Throwable e) {
            thrown = e;
            return 1;
        }
    }
}
