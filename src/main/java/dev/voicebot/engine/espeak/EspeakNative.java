package dev.voicebot.engine.espeak;

import com.sun.jna.Callback;
import com.sun.jna.IntegerType;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** The part of espeak-ng's C interface (speak_lib.h) that is used; names and constants are the header's. */
@SuppressWarnings("MethodName") // JNA binds by the C name
interface EspeakNative extends Library {
    int AUDIO_OUTPUT_SYNCHRONOUS = 2;
    int INITIALIZE_DONT_EXIT = 0x8000; // without it missing data ends the process

    int RATE = 1; // words a minute, 80 to 450
    int VOLUME = 2; // 0 to 200, 100 is normal
    int PITCH = 3; // 0 to 100, 50 is normal

    int POS_CHARACTER = 1;
    int CHARS_UTF8 = 1;
    int SSML = 0x10;
    int ENDPAUSE = 0x1000; // the pause that the last mark asks for

    int espeak_Initialize(int output, int bufferMillis, String dataFolder, int options);

    void espeak_SetSynthCallback(SynthCallback callback);

    int espeak_SetVoiceByName(String name);

    int espeak_SetParameter(int parameter, int value, int relative);

    int espeak_Synth(
            byte[] text,
            SizeT size,
            int position,
            int positionType,
            int endPosition,
            int flags,
            @Nullable Pointer identifier,
            @Nullable Pointer userData);

    /** {@code t_espeak_callback}: gets 16-bit samples, null at the end; 0 goes on, 1 gives up. */
    @FunctionalInterface
    interface SynthCallback extends Callback {
        int samples(@Nullable Pointer samples, int count, Pointer events);
    }

    /** C's {@code size_t}. */
    final class SizeT extends IntegerType {
        public SizeT() {
            this(0);
        }

        SizeT(long value) {
            super(Native.SIZE_T_SIZE, value, true);
        }
    }
}
