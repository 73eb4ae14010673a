package dev.voicebot.network;

import dev.voicebot.service.Retries;

/**
 * How services are reached.
 *
 * @param route where connections really go
 * @param retries what is done about requests that fail for a moment
 */
public record Network(Route route, Retries retries) {
    /** To each address itself; what broke off is done once more. */
    public static final Network TWICE = new Network(Route.DIRECT, Retries.AT_ONCE);

    /** To each address itself, and once. */
    public static final Network DIRECT = new Network(Route.DIRECT, Retries.NONE);
}
