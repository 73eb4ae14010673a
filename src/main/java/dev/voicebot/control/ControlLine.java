package dev.voicebot.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** A line on the socket, bounded: nobody makes the other side read for ever. */
final class ControlLine {
    private static final int LONGEST = 8 * 1024;

    private ControlLine() {}

    /** Without its end; what came before the other side hung up. Longer ones are an {@link IOException}. */
    static String read(SocketChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0 || bytes.get(bytes.position() - 1) == '\n') {
                return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip();
            }
        }
        throw new IOException("a line of more than " + LONGEST + " bytes");
    }

    static void write(SocketChannel channel, String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line.replace('\n', ' ') + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
