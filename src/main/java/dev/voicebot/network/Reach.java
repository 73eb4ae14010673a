package dev.voicebot.network;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.net.URI;
import java.util.Locale;
import okhttp3.OkHttpClient;

/** Which hosts may be reached. The sockets themselves refuse all other hosts. */
public enum Reach {
    EVERYWHERE,
    /** Only this machine: no name is looked up, and no packet leaves. */
    LOOPBACK;

    /** Whether {@code host}, a name or an address, is within reach; looks nothing up. */
    public boolean allows(String host) {
        return this == EVERYWHERE || isLoopback(host);
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
            client.proxySelector(Proxies.NONE) // one on this machine would pass everything on
                    .socketFactory(new LoopbackSockets())
                    .dns(new LoopbackDns());
        }
    }

    static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.equals("::1")
                || name.equals("0:0:0:0:0:0:0:1")
                || name.matches("127(\\.\\d{1,3}){3}");
    }
}
