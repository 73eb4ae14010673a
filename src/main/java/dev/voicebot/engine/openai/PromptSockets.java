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
    private final SocketFactory sockets;
    private final Supplier<Cancellation> running;

    /**
     * Changes nothing but that.
     *
     * @param sockets makes them
     * @param running says what may cancel what the calling thread does with its socket
     */
    PromptSockets(SocketFactory sockets, Supplier<Cancellation> running) {
        this.sockets = sockets;
        this.running = running;
    }

    @Override
    public Socket createSocket() throws IOException {
        return prompt(sockets.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return prompt(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return prompt(sockets.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return prompt(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return prompt(sockets.createSocket(host, port, local, localPort));
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
