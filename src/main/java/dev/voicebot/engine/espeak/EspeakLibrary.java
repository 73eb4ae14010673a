package dev.voicebot.engine.espeak;

import com.sun.jna.Callback;
import com.sun.jna.IntegerType;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** The functions of espeak-ng's {@code speak_lib.h} that are used; global to the process, and for one thread. */
@SuppressWarnings("MemberName") // the library's own names
interface EspeakLibrary extends Library {
    int OUTPUT_SYNCHRONOUS = 2;
    int CHARS_UTF8 = 1;
    int RATE = 1; // words a minute
    int VOLUME = 2; // 0 to 200
    int PITCH = 3; // 0 to 100
    int STOP = 1; // what a callback returns to end the synthesis

    /** Answers the sample rate in Hz, or a negative number. */
    int espeak_Initialize(int output, int bufferMillis, String dataFolder, int options);

    void espeak_SetSynthCallback(SynthCallback callback);

    int espeak_SetVoiceByName(String name);

    int espeak_SetParameter(int parameter, int value, int relative);

    int espeak_Synth(
            Pointer text,
            Size bytes,
            int position,
            int positionType,
            int endPosition,
            int flags,
            @Nullable Pointer identifier,
            @Nullable Pointer userData);

    /** Gets the sound as it is made, on the thread that called {@code espeak_Synth}. */
    interface SynthCallback extends Callback {
        int invoke(@Nullable Pointer samples, int count, Pointer events);
    }

    /** C's {@code size_t}. */
    final class Size extends IntegerType {
        private static final long serialVersionUID = 1;

        public Size() {
            this(0);
        }

        public Size(long value) {
            super(Native.SIZE_T_SIZE, value, true);
        }
    }
}
