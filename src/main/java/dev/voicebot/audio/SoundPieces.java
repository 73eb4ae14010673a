package dev.voicebot.audio;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;

/** Resamples sound and cuts it into pieces of a tenth of a second, the size recognizers like. One thread. */
public final class SoundPieces {
    private static final int PIECES_PER_SECOND = 10;

    private final Resampler resampler;
    private final int sampleRate;
    private final short[] piece;
    private final Consumer<ByteBuffer> send;
    private int filled;
    private long samples;

    public SoundPieces(int fromRate, int toRate, Consumer<ByteBuffer> send) {
        this.resampler = new Resampler(fromRate, toRate);
        this.sampleRate = toRate;
        this.piece = new short[toRate / PIECES_PER_SECOND];
        this.send = send;
    }

    public void add(PcmFrame frame) {
        take(resampler.resample(frame.samples()));
    }

    public void finish() {
        take(resampler.finish());
        if (filled > 0) {
            sendPiece();
        }
    }

    /** How much sound was taken. */
    public Duration length() {
        return Samples.length(samples, sampleRate);
    }

    private void take(short[] more) {
        samples += more.length;
        for (int from = 0; from < more.length; ) {
            int count = Math.min(more.length - from, piece.length - filled);
            System.arraycopy(more, from, piece, filled, count);
            filled += count;
            from += count;
            if (filled == piece.length) {
                sendPiece();
            }
        }
    }

    private void sendPiece() {
        short[] samples = Arrays.copyOf(piece, filled);
        filled = 0;
        send.accept(ByteBuffer.wrap(new PcmFrame(samples, sampleRate).littleEndian()));
    }
}
