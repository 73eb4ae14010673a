package dev.voicebot.engine.espeak;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.synthesis.Voice;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The loaded library; only on the espeak thread. */
final class Espeak {
    private static final String ENGLISH = "en-us";
    private static final String MANDARIN = "cmn";
    private static final int NATURAL_RATE = 170; // words a minute
    private static final int NATURAL_PITCH = 50;
    private static final int MAX_PITCH = 99;

    private final EspeakLibrary library;
    private final EspeakLibrary.SynthCallback callback = this::take; // held here, or it would be collected
    private String current = "";
    private Consumer<PcmFrame> frames = frame -> {};
    private BooleanSupplier cancelled = () -> true;
    private @Nullable RuntimeException failure;

    Espeak(EspeakLibrary library) {
        this.library = library;
        library.espeak_SetSynthCallback(callback);
    }

    /** Blocks until all frames of {@code text} were given, or {@code cancelled}. */
    void speak(String text, Voice voice, Consumer<PcmFrame> frames, BooleanSupplier cancelled) {
        this.frames = frames;
        this.cancelled = cancelled;
        this.failure = null;
        use(voice, text);
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_8);
        try (Memory memory = new Memory(bytes.length)) {
            memory.write(0, bytes, 0, bytes.length);
            library.espeak_Synth(
                    memory, new EspeakLibrary.Size(bytes.length), 0, 0, 0, EspeakLibrary.CHARS_UTF8, null, null);
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void use(Voice voice, String text) {
        String name = voice.name().isEmpty() ? languageOf(text) : voice.name();
        if (!name.equals(current)) {
            if (library.espeak_SetVoiceByName(name) != 0) {
                throw new AssistantException(
                        FaultKind.SETTINGS,
                        "the built-in voice has no '" + name + "': set synthesis.voice to one such as en-us, en-gb, cmn"
                                + " or de, or leave it out");
            }
            current = name;
        }
        set(EspeakLibrary.RATE, (int) Math.round(NATURAL_RATE * voice.rate()));
        set(EspeakLibrary.PITCH, (int) Math.min(MAX_PITCH, Math.round(NATURAL_PITCH * voice.pitch())));
        set(EspeakLibrary.VOLUME, voice.volume() * 2);
    }

    /** Mandarin as soon as there is a Chinese character: that voice reads Latin words among them in English. */
    private static String languageOf(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic) ? MANDARIN : ENGLISH;
    }

    private void set(int parameter, int value) {
        library.espeak_SetParameter(parameter, value, 0);
    }

    /** Called by the library: nothing may be thrown into it. */
    private int take(@Nullable Pointer samples, int count, Pointer events) {
        try {
            if (cancelled.getAsBoolean()) {
                return EspeakLibrary.STOP;
            }
            if (samples != null && count > 0) {
                frames.accept(new PcmFrame(samples.getShortArray(0, count), EspeakThread.SAMPLE_RATE));
            }
            return 0;
        } catch (RuntimeException e) {
            failure = e;
            return EspeakLibrary.STOP;
        }
    }
}
