package dev.voicebot.trace;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The frames of one direction of a WebSocket, passed on as they come and told of once they are whole messages.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455#section-5.2">RFC 6455</a>
 */
final class Frames {
    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int LARGEST = 64 * 1024 * 1024; // bytes

    private final DataInputStream in;
    private final OutputStream out;
    private final Listener listener;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private int kind;

    Frames(InputStream in, OutputStream out, Listener listener) {
        this.in = new DataInputStream(in);
        this.out = new BufferedOutputStream(out);
        this.listener = listener;
    }

    /** Receives what a direction carries. */
    interface Listener {
        void text(byte[] utf8);

        void binary(byte[] bytes);

        void close(int code, String reason);
    }

    /** Passes frames on until the stream ends; blocks. */
    void passOn() throws IOException {
        while (passOnOne()) {
            out.flush();
        }
    }

    private boolean passOnOne() throws IOException {
        int first = in.read();
        if (first < 0) {
            return false;
        }
        int second = in.readUnsignedByte();
        out.write(first);
        out.write(second);
        byte[] payload = new byte[length(second & 0x7f)];
        byte[] mask = new byte[(second & 0x80) == 0 ? 0 : 4];
        readFully(mask);
        readFully(payload);
        for (int i = 0; mask.length > 0 && i < payload.length; i++) {
            payload[i] ^= mask[i % mask.length];
        }
        received(first, payload);
        return true;
    }

    private int length(int given) throws IOException {
        byte[] more = new byte[given == 126 ? 2 : given == 127 ? 8 : 0];
        readFully(more);
        long length = given;
        if (more.length > 0) {
            length = new BigInteger(1, more).longValue();
        }
        if (length < 0 || length > LARGEST) {
            throw new IOException("a frame of " + length + " bytes");
        }
        return (int) length;
    }

    private void readFully(byte[] bytes) throws IOException {
        try {
            in.readFully(bytes);
        } catch (EOFException e) {
            throw new IOException("the connection ended within a frame", e);
        }
        out.write(bytes);
    }

    private void received(int first, byte[] payload) throws IOException {
        int opcode = first & 0x0f;
        if (opcode == CLOSE) {
            int code = payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xffff;
            String reason = new String(
                    payload, Math.min(2, payload.length), Math.max(0, payload.length - 2), StandardCharsets.UTF_8);
            listener.close(code, reason);
        } else if (opcode <= BINARY) {
            kind = opcode == CONTINUATION ? kind : opcode;
            message.write(payload);
            if ((first & 0x80) != 0) {
                messageIsWhole();
            }
        }
    }

    private void messageIsWhole() {
        byte[] whole = message.toByteArray();
        message.reset();
        if (kind == TEXT) {
            listener.text(whole);
        } else {
            listener.binary(whole);
        }
    }
}
