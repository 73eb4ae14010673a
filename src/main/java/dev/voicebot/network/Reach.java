package dev.voicebot.network;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;

/** Which hosts may be reached. The sockets themselves refuse all other hosts. */
public enum Reach {
    EVERYWHERE,
    /** Only this machine: no name is looked up, and no packet leaves. */
    LOOPBACK;

    private static final String LOCAL = ".localhost";
    private static final Pattern IPV4 = Pattern.compile("127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

    /** Whether {@code host}, a name or an address, is within reach; looks nothing up. */
    public boolean allows(String host) {
        return this == EVERYWHERE || isLoopback(host);
    }

    /** Whether {@code host} may be given to the system, which may ask others about a name below {@code localhost}. */
    public boolean allowsLookUp(String host) {
        return this == EVERYWHERE || (isLoopback(host) && !plain(host).endsWith(LOCAL));
    }

    /** The way to an address that is within reach; a {@code route} that refuses the others in one line. */
    public Route limit(Route route) {
        return this == EVERYWHERE
                ? route
                : address -> {
                    require(address);
                    return route.of(address);
                };
    }

    /** Refuses an address that is not within reach, in one line. */
    public void require(URI address) {
        String host = String.valueOf(address.getHost());
        if (!allows(host)) {
            throw new AssistantException(FaultKind.SETTINGS, refusal(host));
        }
    }

    static String refusal(String host) {
        return tr(
                "%s is not on this machine, and network.loopback_only (profile private) refuses all else. Use another profile, or a local server.",
                host);
    }

    void limit(OkHttpClient.Builder client) {
        if (this == LOOPBACK) {
            client.socketFactory(new LoopbackSockets()).dns(new LoopbackDns());
        }
    }

    static boolean isLoopback(String host) {
        return !loopback(host).isEmpty();
    }

    /** The addresses of a {@code host} on this machine; none for any other. Asks nobody. */
    static List<InetAddress> loopback(String host) {
        String name = plain(host);
        if (name.equals("localhost") || name.endsWith(LOCAL)) {
            return List.of(literal("127.0.0.1"), literal("[::1]"));
        }
        boolean isAddress = IPV4.matcher(name).matches() || name.contains(":");
        return isAddress
                ? Stream.of(literal(name.contains(":") ? "[" + name + "]" : name))
                        .filter(InetAddress::isLoopbackAddress)
                        .toList()
                : List.of();
    }

    private static String plain(String host) {
        return host.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
    }

    /** An address of digits, which is only read; one that cannot be is no address of this machine. */
    private static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            return new InetSocketAddress(0).getAddress(); // the wildcard
        }
    }
}
