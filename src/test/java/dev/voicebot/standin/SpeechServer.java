package dev.voicebot.standin;

import io.undertow.Undertow;
import java.net.InetSocketAddress;
import java.net.URI;

/** A server that hears and speaks on a loopback port of its own. */
public final class SpeechServer implements AutoCloseable {
    private final SpeechServerStandIn speech = new SpeechServerStandIn();
    private final Undertow server;

    private SpeechServer() {
        this.server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setHandler(speech)
                .build();
    }

    public static SpeechServer start() {
        SpeechServer started = new SpeechServer();
        started.server.start();
        return started;
    }

    public SpeechServerStandIn speech() {
        return speech;
    }

    public URI root() {
        int port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
        return URI.create("http://127.0.0.1:" + port);
    }

    public URI baseUrl() {
        return URI.create(root() + "/v1");
    }

    @Override
    public void close() {
        server.stop();
    }
}
