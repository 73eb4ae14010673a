package dev.voicebot.engine.openai;

import dev.voicebot.outcome.Cancellation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Supplier;
import javax.net.SocketFactory;

/**
 * Sockets that send a small piece at once, instead of waiting for the answer to the piece before it, and that a cancel
 * closes from their first moment on: the client itself misses one that comes just before it connects.
 */
final class PromptSockets extends SocketFactory {
    private final Supplier<Cancellation> running;

    /** {@code running} says what may cancel what the calling thread does with its socket. */
    PromptSockets(Supplier<Cancellation> running) {
        this.running = running;
    }

    @Override
    public Socket createSocket() throws IOException {
        return prompt(new Socket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return prompt(new Socket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return prompt(new Socket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return prompt(new Socket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return prompt(new Socket(host, port, local, localPort));
    }

    private Socket prompt(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        running.get().onCancel(() -> close(socket));
        return socket;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            return; // it is of no use any more
        }
    }
}
