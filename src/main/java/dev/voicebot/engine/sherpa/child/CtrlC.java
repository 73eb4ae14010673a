package dev.voicebot.engine.sherpa.child;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;

/** Ctrl-C in a terminal reaches every process of the program: what it means is the program's to say. */
final class CtrlC {
    private static final int INTERRUPT = 2;
    private static final Pointer IGNORED = Pointer.createConstant(1);

    private CtrlC() {}

    static void ignore() {
        if (!Platform.isWindows()) {
            Native.load(Platform.C_LIBRARY_NAME, Signals.class).signal(INTERRUPT, IGNORED);
        }
    }

    /** Of the C library's; the name is its own. */
    interface Signals extends Library {
        Pointer signal(int number, Pointer handler);
    }
}
