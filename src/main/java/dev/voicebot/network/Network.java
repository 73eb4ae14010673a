package dev.voicebot.network;

import dev.voicebot.service.Retries;

/**
 * How services are reached.
 *
 * @param route where connections really go
 * @param retries what is done about requests that fail for a moment
 */
public record Network(Route route, Retries retries) {
    /** To each address itself, and once. */
    public static final Network DIRECT = new Network(Route.DIRECT, Retries.NONE);
}
