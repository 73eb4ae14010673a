package dev.voicebot.standin;

import io.undertow.Undertow;
import java.net.InetSocketAddress;
import java.net.URI;

/** The chat half of the stand-in on a loopback port of its own. */
public final class ChatServer implements AutoCloseable {
    private final ChatStandIn chat = new ChatStandIn();
    private final Undertow server;

    private ChatServer() {
        this.server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setHandler(chat)
                .build();
    }

    public static ChatServer start() {
        ChatServer started = new ChatServer();
        started.server.start();
        return started;
    }

    public ChatStandIn chat() {
        return chat;
    }

    public int port() {
        return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    }

    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + port() + "/compatible-mode/v1");
    }

    @Override
    public void close() {
        server.stop();
    }
}
