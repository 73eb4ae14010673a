package dev.voicebot.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A network between here and the services: every byte comes as late as the way is long, in either direction, and a
 * connection takes a round trip to open. It has no limit of bandwidth and loses nothing.
 */
final class DelayingProxy implements AutoCloseable {
    private final ServerSocket server;
    private final int target;
    private final long delayNanos;

    private DelayingProxy(ServerSocket server, int target, Duration eachWay) {
        this.server = server;
        this.target = target;
        this.delayNanos = eachWay.toNanos();
    }

    static DelayingProxy start(int target, Duration eachWay) throws IOException {
        ServerSocket server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        DelayingProxy proxy = new DelayingProxy(server, target, eachWay);
        daemon("proxy", proxy::accept);
        return proxy;
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                client.setTcpNoDelay(true);
                daemon("proxy-connection", () -> connect(client));
            }
        } catch (IOException e) {
            return; // closed
        }
    }

    private void connect(Socket client) {
        try {
            pause(2 * delayNanos); // SYN and its answer; the kernel of this machine has accepted at once
            Socket service = new Socket();
            service.setTcpNoDelay(true);
            service.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
            new Way(client, service, delayNanos).start();
            new Way(service, client, delayNanos).start();
        } catch (IOException | InterruptedException e) {
            close(client);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void pause(long nanos) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(Math.max(0, nanos));
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            return; // gone already
        }
    }

    /** One direction of one connection. */
    private record Way(Socket from, Socket to, long delayNanos, BlockingQueue<Piece> travelling) {
        Way(Socket from, Socket to, long delayNanos) {
            this(from, to, delayNanos, new LinkedBlockingQueue<>());
        }

        private static final int MOST = 16384; // bytes at once

        void start() {
            daemon("proxy-in", this::read);
            daemon("proxy-out", this::write);
        }

        private void read() {
            try {
                InputStream in = from.getInputStream();
                byte[] buffer = new byte[MOST];
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    travelling.add(new Piece(ByteBuffer.wrap(buffer, 0, count), System.nanoTime() + delayNanos));
                    buffer = new byte[MOST];
                }
            } catch (IOException e) {
                // the same as an end
            }
            travelling.add(new Piece(ByteBuffer.allocate(0), System.nanoTime() + delayNanos));
        }

        private void write() {
            try {
                OutputStream out = to.getOutputStream();
                for (Piece piece = travelling.take(); piece.bytes().hasRemaining(); piece = travelling.take()) {
                    pause(piece.due() - System.nanoTime());
                    out.write(piece.bytes().array(), 0, piece.bytes().limit());
                }
            } catch (IOException | InterruptedException e) {
                close(from);
            }
            close(to);
        }
    }

    /** Bytes that are on their way. */
    private record Piece(ByteBuffer bytes, long due) {}
}
