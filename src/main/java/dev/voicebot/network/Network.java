package dev.voicebot.network;

import dev.voicebot.service.Retries;
import java.util.Optional;
import javax.net.SocketFactory;
import okhttp3.Dns;

/**
 * How services are reached.
 *
 * @param route where connections really go
 * @param proxies what encrypted ones go through
 * @param certificates whose certificates are trusted; without them those that the Java machine trusts
 * @param retries what is done about requests that fail for a moment
 * @param reach which hosts may be reached at all
 */
public record Network(Route route, Proxies proxies, Optional<Certificates> certificates, Retries retries, Reach reach) {
    /** What may be reached is reached directly: a proxy, even one on this machine, would pass everything on. */
    public Network {
        proxies = reach == Reach.LOOPBACK ? Proxies.NONE : proxies;
    }

    /** To each address itself; what broke off is done once more. */
    public static final Network TWICE = new Network(Route.DIRECT, Retries.AT_ONCE);

    /** To each address itself, and once. */
    public static final Network DIRECT = new Network(Route.DIRECT, Retries.NONE);

    /** Without a proxy, with the usual certificates. */
    public Network(Route route, Retries retries) {
        this(route, Proxies.NONE, Optional.empty(), retries, Reach.EVERYWHERE);
    }

    /** What makes sockets. */
    public SocketFactory sockets() {
        return reach == Reach.LOOPBACK ? new LoopbackSockets() : SocketFactory.getDefault();
    }

    /** What looks names up. */
    public Dns dns() {
        return reach == Reach.LOOPBACK ? new LoopbackDns() : Dns.SYSTEM;
    }
}
