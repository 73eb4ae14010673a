package dev.voicebot.trace;

import dev.voicebot.network.Network;
import dev.voicebot.network.Reach;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A service, the path at it, and how it is reached; {@code reached} is told of every try to connect, with what made it
 * fail.
 */
record Target(URI service, String path, Network network, Consumer<Optional<IOException>> reached) {
    private static final Duration CONNECT = Duration.ofSeconds(20);

    boolean isEncrypted() {
        return service.getScheme().equals("https") || service.getScheme().equals("wss");
    }

    int port() {
        return service.getPort() >= 0 ? service.getPort() : isEncrypted() ? 443 : 80;
    }

    String host() {
        return service.getHost() + (service.getPort() < 0 ? "" : ":" + service.getPort());
    }

    /** Connects to it, and tells so. */
    Socket reach() throws IOException {
        try {
            Socket connected = connect();
            reached.accept(Optional.empty());
            return connected;
        } catch (IOException e) {
            reached.accept(Optional.of(e));
            throw e;
        }
    }

    private Socket connect() throws IOException {
        Proxy proxy = network.proxies().of(service);
        boolean isDirect = proxy.equals(Proxy.NO_PROXY);
        Socket plain = network.reach() == Reach.LOOPBACK ? network.sockets().createSocket() : new Socket(proxy);
        try {
            plain.setTcpNoDelay(true);
            plain.connect(isDirect ? address() : unresolved(), (int) CONNECT.toMillis());
            return isEncrypted() ? encrypted(plain) : plain;
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    private InetSocketAddress address() throws UnknownHostException {
        String host = service.getHost().replaceAll("^\\[|]$", "");
        return new InetSocketAddress(network.dns().lookup(host).get(0), port());
    }

    /** A proxy looks the name up itself. */
    private InetSocketAddress unresolved() {
        return InetSocketAddress.createUnresolved(service.getHost(), port());
    }

    private Socket encrypted(Socket plain) throws IOException {
        SSLSocketFactory sockets = network.certificates()
                .map(trusted -> trusted.context().getSocketFactory())
                .orElseGet(() -> (SSLSocketFactory) SSLSocketFactory.getDefault());
        SSLSocket socket = (SSLSocket) sockets.createSocket(plain, service.getHost(), port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS"); // the certificate has to be that host's
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }
}
