package dev.voicebot.engine.openai;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;

/**
 * An answer that is given up when no word of it comes for too long, whatever else does: bytes that drip, keep-alives,
 * empty pieces. What sends nothing at all, the socket's own timeout ends. One thread.
 */
final class PatientSource extends ForwardingSource {
    private final Duration patience;
    private final LongSupplier nanos;
    private long lastWord;

    /** {@code begin} is when the question was sent, by the clock {@code nanos}. */
    PatientSource(Source source, Duration patience, long begin, LongSupplier nanos) {
        super(source);
        this.patience = patience;
        this.lastWord = begin;
        this.nanos = nanos;
    }

    /** A word has come. */
    void word() {
        lastWord = nanos.getAsLong();
    }

    @Override
    public long read(Buffer sink, long bytes) throws IOException {
        long count = super.read(sink, bytes);
        if (count >= 0 && nanos.getAsLong() - lastWord > patience.toNanos()) {
            throw new SocketTimeoutException("no word of the answer came");
        }
        return count;
    }
}
