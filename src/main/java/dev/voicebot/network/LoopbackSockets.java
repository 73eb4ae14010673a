package dev.voicebot.network;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/** Sockets that connect to this machine alone. */
final class LoopbackSockets extends SocketFactory {
    @Override
    public Socket createSocket() {
        return new LoopbackSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(address(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress here, int herePort) throws IOException {
        return connected(address(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress here, int herePort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    private static InetSocketAddress address(String host, int port) throws IOException {
        return new InetSocketAddress(new LoopbackDns().lookup(host).get(0), port);
    }

    private static Socket connected(InetSocketAddress target) throws IOException {
        Socket socket = new LoopbackSocket();
        socket.connect(target);
        return socket;
    }

    private static final class LoopbackSocket extends Socket {
        LoopbackSocket() {
            super(Proxy.NO_PROXY); // whatever the Java machine was started with
        }

        @Override
        public void connect(SocketAddress target, int timeout) throws IOException {
            boolean isHere = target instanceof InetSocketAddress address
                    && address.getAddress() != null
                    && address.getAddress().isLoopbackAddress();
            if (!isHere) {
                throw new ConnectException(Reach.refusal(String.valueOf(target)));
            }
            super.connect(target, timeout);
        }
    }
}
