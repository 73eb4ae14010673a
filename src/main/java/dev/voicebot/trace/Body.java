package dev.voicebot.trace;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The body of an HTTP/1.1 message, without its framing; throws when it ends before it is whole. */
final class Body extends InputStream {
    private static final long UNTIL_THE_END = Long.MAX_VALUE;

    private final InputStream in;
    private final boolean chunked;
    private long left; // bytes of the body, or of the chunk

    private Body(InputStream in, boolean chunked, long left) {
        this.in = in;
        this.chunked = chunked;
        this.left = left;
    }

    static Body ofRequest(HttpHead head, InputStream in) {
        return of(head, in, 0);
    }

    static Body ofResponse(HttpHead head, InputStream in) {
        boolean isEmpty = head.firstLine().matches("HTTP/1.\\d (1\\d\\d|204|304).*");
        return isEmpty ? new Body(in, false, 0) : of(head, in, UNTIL_THE_END);
    }

    private static Body of(HttpHead head, InputStream in, long otherwise) {
        boolean chunked = head.says("transfer-encoding", "chunked");
        return new Body(
                in,
                chunked,
                chunked ? 0 : head.field("content-length").map(Long::parseLong).orElse(otherwise));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (chunked && left == 0) {
            nextChunk();
        }
        if (left <= 0) {
            return -1;
        }
        int count = in.read(bytes, from, (int) Math.min(length, left));
        if (count < 0 && left != UNTIL_THE_END) {
            throw new EOFException("the connection ended within a message");
        }
        if (left != UNTIL_THE_END) {
            left -= count;
        }
        if (chunked && left == 0) {
            line(); // ends the chunk
        }
        return count;
    }

    /** Leaves {@code left} negative after the last one. */
    private void nextChunk() throws IOException {
        left = Long.parseLong(line().replaceFirst(";.*", "").strip(), 16);
        if (left == 0) {
            String trailer = line();
            while (!trailer.isEmpty()) {
                trailer = line();
            }
            left = -1;
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection ended within a message");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
