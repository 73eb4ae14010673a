package dev.voicebot.config;

import dev.voicebot.credentials.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The account in the cloud.
 *
 * @param regions where each region's own interface is that takes any of its keys
 */
public record DashScopeSettings(
        Optional<Secret> apiKey,
        Region region,
        Optional<String> workspace,
        Map<Region, URI> regions,
        URI websocketUrl,
        URI httpUrl,
        Duration connectTimeout) {
    static final SettingTable TABLE = new SettingTable("dashscope");

    public static final Setting<String> API_KEY =
            TABLE.secret("api_key", "Prefer the DASHSCOPE_API_KEY variable to a file.");
    public static final Setting<Optional<String>> API_KEY_COMMAND = TABLE.optional(
            "api_key_command",
            Kind.TEXT,
            "Command that prints the key, used if api_key is empty; for example secret-tool lookup service dashscope.");
    public static final Setting<Region> REGION = TABLE.setting(
            "region", Kind.REGION, "beijing", "Region of the key; sets the addresses, models and currency.");
    public static final Setting<Optional<String>> WORKSPACE =
            TABLE.optional("workspace", Kind.LABEL, "Workspace of the key (llm-…); selects the workspace's own host.");
    public static final Setting<URI> WEBSOCKET_URL = TABLE.derived(
            "websocket_url",
            Kind.uri("wss", "ws"),
            "Address of the speech service; empty: derived from http_url, region and workspace.");
    public static final Setting<URI> HTTP_URL = TABLE.derived(
            "http_url",
            Kind.uri("https", "http"),
            "Address for hot words and the model list; empty: derived from websocket_url, region and workspace.");
    public static final Setting<Duration> CONNECT_TIMEOUT = TABLE.setting(
            "connect_timeout", Kind.duration("100ms", "2m"), "5s", "Maximum time to connect to a service.");

    static DashScopeSettings of(SettingValues values, Map<Region, URI> regions) {
        return new DashScopeSettings(
                values.secret(API_KEY, API_KEY_COMMAND),
                values.of(REGION),
                values.of(WORKSPACE),
                regions,
                values.of(WEBSOCKET_URL),
                values.of(HTTP_URL),
                values.of(CONNECT_TIMEOUT));
    }

    public boolean hasKey() {
        return apiKey.isPresent();
    }
}
