package dev.voicebot.config;

import java.net.URI;
import java.util.Optional;

/** How services are reached; {@code loopbackOnly}: nothing leaves this machine. */
public record NetworkSettings(
        int retries,
        Optional<URI> proxy,
        Optional<String> noProxy,
        Optional<String> certificates,
        boolean loopbackOnly) {
    static final SettingTable TABLE = new SettingTable("network");

    public static final Setting<Integer> RETRIES = TABLE.setting(
            "retries",
            Kind.integer(0, 10),
            "4",
            "Retries after a temporary failure: HTTP 429, 5xx, a lost connection.");
    public static final Setting<Optional<URI>> PROXY = TABLE.optional(
            "proxy",
            Kind.uri("http"),
            "Proxy for https and wss (http://host:port); empty: HTTPS_PROXY, otherwise none.");
    public static final Setting<Optional<String>> NO_PROXY = TABLE.optional(
            "no_proxy", Kind.TEXT, "Hosts reached without the proxy, separated by commas; empty: NO_PROXY.");
    public static final Setting<Optional<String>> CERTIFICATES = TABLE.optional(
            "certificates", Kind.TEXT, "File of additional trusted certificates (PEM); empty: SSL_CERT_FILE.");
    public static final Setting<Boolean> LOOPBACK_ONLY = TABLE.setting(
            "loopback_only",
            Kind.BOOLEAN,
            "false",
            "Refuse every connection that leaves this machine (profile private sets it).");

    static NetworkSettings of(SettingValues values) {
        return new NetworkSettings(
                values.of(RETRIES),
                values.of(PROXY),
                values.of(NO_PROXY),
                values.of(CERTIFICATES),
                values.of(LOOPBACK_ONLY));
    }
}
