package dev.voicebot.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The proxy that encrypted connections go through, but for some hosts. This machine, and servers without encryption,
 * which are in one's own network, are reached directly. Any thread.
 */
public final class Proxies extends ProxySelector {
    /** Everything is reached directly, whatever the Java machine was started with. */
    public static final Proxies NONE = new Proxies(Optional.empty(), "");

    private static final Set<String> ENCRYPTED = Set.of("https", "wss");
    private static final int USUAL_PORT = 80;

    private final Optional<URI> address;
    private final List<String> direct;

    /**
     * Through {@code address}, {@code http://user:password@host:port}.
     *
     * @param direct hosts that are reached directly, divided by commas; with them those whose names end so, and {@code *}
     *     means all
     */
    public Proxies(Optional<URI> address, String direct) {
        this.address = address;
        this.direct = Arrays.stream(direct.toLowerCase(Locale.ROOT).split("[,\\s]+", -1))
                .map(name -> name.replaceFirst("^\\*?\\.", "").replaceFirst(":\\d+$", ""))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    @Override
    public List<Proxy> select(URI target) {
        return List.of(of(target));
    }

    /** The one for {@code target}; {@link Proxy#NO_PROXY} where it is reached directly. */
    public Proxy of(URI target) {
        if (address.isEmpty()
                || !ENCRYPTED.contains(target.getScheme())
                || isDirect(String.valueOf(target.getHost()))) {
            return Proxy.NO_PROXY;
        }
        URI proxy = address.get();
        int port = proxy.getPort() < 0 ? USUAL_PORT : proxy.getPort();
        return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.getHost(), port));
    }

    /** What the proxy wants to know, as the value of {@code Proxy-Authorization}; none where its address has no user. */
    public Optional<String> authorization() {
        return address.map(URI::getUserInfo)
                .map(user -> "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
    }

    private boolean isDirect(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return direct.stream().anyMatch(it -> it.equals("*") || name.equals(it) || name.endsWith("." + it));
    }

    @Override
    public void connectFailed(URI target, SocketAddress proxy, IOException e) {
        // whoever connects tells
    }
}
