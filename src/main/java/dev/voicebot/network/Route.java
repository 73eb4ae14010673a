package dev.voicebot.network;

import java.net.URI;

/** Where the connections for an address really go: to itself, or by way of this machine while they are traced. */
@FunctionalInterface
public interface Route {
    Route DIRECT = address -> address;

    /** The address to connect to instead of {@code address}. Any thread. */
    URI of(URI address);
}
