package dev.voicebot.reading;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.WavWriter;
import dev.voicebot.outcome.AssistantException;
import java.io.PrintStream;

/** Sound into a pipe: as WAV of unknown length, or bare samples. A reader that has left ends the reading. */
public final class PipeSink implements SoundSink {
    private final PrintStream out;
    private final boolean bare;
    private boolean begun;

    public PipeSink(PrintStream out, boolean bare) {
        this.out = out;
        this.bare = bare;
    }

    @Override
    public void write(PcmFrame frame) {
        if (!begun && !bare) {
            out.writeBytes(WavWriter.headerOfUnknownLength(frame.sampleRate()));
        }
        begun = true;
        out.writeBytes(frame.littleEndian());
        if (out.checkError()) {
            throw AssistantException.interrupted();
        }
    }

    /** The stream is its owner's. */
    @Override
    public void close() {
        out.flush();
    }
}
