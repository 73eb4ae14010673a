package dev.voicebot.network;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Where the connections for an address really go: to itself, or by way of this machine while they are traced. */
@FunctionalInterface
public interface Route {
    Route DIRECT = address -> address;

    /** The address to connect to instead of {@code address}. Any thread. */
    URI of(URI address);

    /**
     * What kept the last connection to {@code address} from being made, where it is made by another than the caller, who
     * sees only that nothing comes. Any thread.
     */
    default Optional<IOException> failure(URI address) {
        return Optional.empty();
    }
}
