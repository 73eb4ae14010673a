package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.WavWriter;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.Interrupts;
import dev.voicebot.reading.SoundSink;
import dev.voicebot.threads.Worker;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;

/** Sound through ffmpeg into a pipe, while it is spoken. A reader that has left ends the reading. */
final class EncodedPipeSink implements SoundSink {
    private static final int PIECE = 8192; // bytes

    private final FfmpegRun run;
    private final PrintStream out;
    private final Thread pump;
    private boolean begun;

    EncodedPipeSink(FfmpegRun run, PrintStream out) {
        this.run = run;
        this.out = out;
        this.pump = Worker.FFMPEG.start("output", this::pump);
    }

    @Override
    public void write(PcmFrame frame) {
        try {
            if (!begun) {
                run.input().write(WavWriter.headerOfUnknownLength(frame.sampleRate()));
            }
            begun = true;
            run.input().write(frame.littleEndian());
        } catch (IOException e) {
            awaitEnd(); // which says more
            throw new AssistantException(
                    FaultKind.FAILED, tr("ffmpeg stopped before all audio was written. See the log."), e);
        }
    }

    @Override
    public void finish() {
        run.endInput();
        if (begun) {
            awaitEnd();
        }
    }

    @Override
    public void stop() {
        run.close();
    }

    @Override
    public void close() {
        run.close();
    }

    private void awaitEnd() {
        try {
            pump.join();
            if (out.checkError()) {
                throw AssistantException.interrupted();
            }
            run.finish();
        } catch (InterruptedException e) {
            throw Interrupts.leave(e);
        } catch (IOException e) {
            throw new AssistantException(FaultKind.FAILED, String.valueOf(e.getMessage()), e);
        }
    }

    private void pump() {
        byte[] bytes = new byte[PIECE];
        try (InputStream encoded = run.output()) {
            for (int count = encoded.read(bytes); count >= 0; count = encoded.read(bytes)) {
                out.write(bytes, 0, count);
                if (out.checkError()) { // which flushes
                    run.close();
                }
            }
        } catch (IOException e) {
            return; // it was ended
        }
    }
}
