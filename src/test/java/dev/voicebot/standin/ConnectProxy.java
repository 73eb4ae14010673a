package dev.voicebot.standin;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/** A proxy that lets encrypted connections through, for those who know its password. */
public final class ConnectProxy extends Forwarder {
    private final String authorization;
    private final List<String> hosts = new CopyOnWriteArrayList<>();

    private ConnectProxy(String authorization) {
        super(ServerSocketFactory.getDefault());
        this.authorization = authorization;
    }

    /** Expects {@code authorization} as the value of {@code Proxy-Authorization}. */
    public static ConnectProxy start(String authorization) {
        ConnectProxy proxy = new ConnectProxy(authorization);
        proxy.start();
        return proxy;
    }

    /** What was let through, {@code host:port}. */
    public List<String> hosts() {
        return hosts;
    }

    @Override
    void serve(Socket client) throws IOException {
        String head = head(client);
        while (!head.toLowerCase(Locale.ROOT)
                .contains(("Proxy-Authorization: " + authorization).toLowerCase(Locale.ROOT))) {
            answer(
                    client,
                    "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0");
            head = head(client);
        }
        String host = head.split(" ", 3)[1];
        hosts.add(host);
        answer(client, "200 Connection established");
        join(client, Integer.parseInt(host.replaceFirst(".*:", "")));
    }

    private static String head(Socket client) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = client.getInputStream().read();
            if (c < 0) {
                throw new IOException("the client has left");
            }
            head.append((char) c);
        }
        return head.toString();
    }

    private static void answer(Socket client, String status) throws IOException {
        client.getOutputStream().write(("HTTP/1.1 " + status + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }
}
