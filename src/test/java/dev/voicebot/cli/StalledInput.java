package dev.voicebot.cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;

/** Gives some bytes, and then no more until it is closed, as a pipe does whose writer waits. */
final class StalledInput extends InputStream {
    private final ByteArrayInputStream bytes;
    private final CountDownLatch closed = new CountDownLatch(1);

    StalledInput(byte[] bytes) {
        this.bytes = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        int count = bytes.read(into, offset, length);
        if (count < 0) {
            awaitClose();
        }
        return count;
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
