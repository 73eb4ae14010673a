package dev.voicebot.sound;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.FrameQueue;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Recording;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.threads.Worker;
import java.time.Duration;
import java.util.Optional;
import javax.sound.sampled.TargetDataLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a microphone hears, read on thread {@code mic} in pieces of 20 ms. A dead device throws nothing: it reads zero
 * bytes for ever, or blocks; both end the recording with a fault, after what was captured.
 */
final class MicrophoneRecording implements Recording {
    private static final Logger log = LoggerFactory.getLogger(MicrophoneRecording.class);
    private static final int PIECES_PER_SECOND = 50;
    private static final int EMPTY_READS = 3; // in a row, from a line that blocks: the device is gone
    private static final Duration SILENT = Duration.ofMillis(1500); // without any byte
    private static final int ZEROES_SECONDS = 3; // of exact zeroes, which no open microphone gives

    private final TargetDataLine line;
    private final int sampleRate;
    private final FrameQueue captured = FrameQueue.endless();
    private volatile boolean stopped; // set by any thread
    private volatile boolean closed; // set by any thread
    private int zeroes; // samples in a row, thread mic

    private MicrophoneRecording(TargetDataLine line) {
        this.line = line;
        this.sampleRate = (int) line.getFormat().getSampleRate();
    }

    /** Reads from a line that runs already. */
    static MicrophoneRecording start(TargetDataLine line) {
        MicrophoneRecording recording = new MicrophoneRecording(line);
        Worker.MIC.start(recording::capture);
        return recording;
    }

    @Override
    public int sampleRate() {
        return sampleRate;
    }

    @Override
    public Optional<PcmFrame> next() {
        Optional<PcmFrame> frame = captured.next(SILENT);
        if (frame.isEmpty() && !captured.isAtEnd()) {
            closeLine();
            throw gone(tr("sends no audio"));
        }
        return frame;
    }

    /** The thread reads what the line still holds: no last word is cut. */
    @Override
    public void stop() {
        stopped = true;
    }

    @Override
    public void close() {
        stopped = true;
        closed = true;
        closeLine();
        captured.close();
    }

    private void capture() {
        byte[] piece = new byte[sampleRate / PIECES_PER_SECOND * PcmFrame.BYTES_PER_SAMPLE];
        int empty = 0;
        while (!stopped) {
            int read = line.read(piece, 0, piece.length);
            empty = read > 0 ? 0 : empty + 1;
            if (empty == EMPTY_READS && !stopped) {
                captured.fail(gone(tr("was disconnected")));
                closeLine();
                return;
            }
            take(piece, read);
        }
        drain(piece);
        captured.end();
    }

    private void drain(byte[] piece) {
        int tail = Math.min(line.available(), line.getBufferSize());
        while (tail > 0 && !closed) {
            int read = line.read(piece, 0, Math.min(piece.length, tail));
            if (read <= 0) {
                break;
            }
            take(piece, read);
            tail -= read;
        }
        closeLine();
    }

    private void take(byte[] piece, int read) {
        if (read <= 0) {
            return;
        }
        PcmFrame frame = PcmFrame.ofLittleEndian(piece, 0, read, sampleRate);
        captured.put(frame);
        watchForZeroes(frame);
    }

    private void watchForZeroes(PcmFrame frame) {
        for (short sample : frame.samples()) {
            if (sample != 0) {
                zeroes = 0;
                return;
            }
        }
        int before = zeroes;
        zeroes += frame.samples().length;
        int limit = ZEROES_SECONDS * sampleRate;
        if (before < limit && zeroes >= limit) {
            log.warn("the microphone gives nothing but zeroes: it is muted, or this program may not use it");
        }
    }

    private void closeLine() {
        DeviceCalls.later(() -> {
            line.stop();
            line.close();
        });
    }

    private static AssistantException gone(String what) {
        return new AssistantException(
                FaultKind.AUDIO_DEVICE, tr("The microphone %s. Connect it again, or check the sound server.", what));
    }
}
