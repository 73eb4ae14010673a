package dev.voicebot.config;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.credentials.Endpoint;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the cloud is: an address that is set wins; those that are not follow one that is, or else the region and the
 * workspace. The currency follows the region.
 */
final class Addresses {
    static final String REGION = "dashscope.region";
    static final String WORKSPACE = "dashscope.workspace";
    static final String SPEECH = "dashscope.websocket_url";
    static final String HTTP = "dashscope.http_url";
    static final String CHAT = "chat.base_url";
    static final String CURRENCY = "usage.currency";

    /** What follows the host in each of the service's addresses, the path that begins like another one first. */
    private static final List<String> PATHS =
            List.of("/api-ws/v1/inference", "/api-ws/v1/realtime", "/api-ws/v1", "/api/v1", "/compatible-mode/v1");

    private final Map<String, Value> values;
    private final Map<String, String> environment;

    /** {@code environment} may name hosts of regions on this machine, for tests: {@code VOICEBOT_HOST_SINGAPORE}. */
    Addresses(Map<String, Value> values, Map<String, String> environment) {
        this.values = values;
        this.environment = environment;
    }

    /** The settings that follow from others, each with what it follows from. */
    Map<String, Value> derived() {
        Map<String, Value> derived = new LinkedHashMap<>();
        Region region = region();
        if (!values.containsKey(REGION)) {
            regionOfAnAddress().ifPresent(key -> put(derived, REGION, region.setting(), place(key)));
        }
        Base base = base(region);
        put(derived, SPEECH, base.webSocket() + "/api-ws/v1/inference/", base.place());
        put(derived, HTTP, base.web() + "/api/v1", base.place());
        put(derived, CHAT, base.web() + "/compatible-mode/v1", base.place());
        put(derived, CURRENCY, region.currency(), values.containsKey(REGION) ? place(REGION) : REGION);
        return derived;
    }

    Region region() {
        return set(REGION)
                .flatMap(Region::named)
                .or(() -> regionOfAnAddress().flatMap(key -> regionOf(URI.create(text(key)))))
                .orElse(Region.BEIJING);
    }

    /** Where each region takes any of its keys, the own region first. */
    Map<Region, URI> regions() {
        Map<Region, URI> hosts = new LinkedHashMap<>();
        hosts.put(region(), URI.create(""));
        for (Region region : Region.values()) {
            shared(region).ifPresent(host -> hosts.put(region, URI.create(host + "/api/v1")));
        }
        hosts.values().removeIf(uri -> uri.toString().isEmpty());
        return hosts;
    }

    private void put(Map<String, Value> derived, String key, String text, String place) {
        if (set(key).isEmpty()) {
            derived.put(key, new Value(text, place, Path.of("")));
        }
    }

    private Base base(Region region) {
        return List.of(HTTP, SPEECH).stream()
                .filter(key -> set(key).isPresent())
                .flatMap(key -> followed(URI.create(text(key))).map(host -> new Base(host, place(key))).stream())
                .findFirst()
                .orElseGet(() -> regional(region));
    }

    private Base regional(Region region) {
        Optional<String> workspace = set(WORKSPACE);
        Optional<String> host = onThisMachine(region)
                .or(() -> workspace.map(name -> "https://" + region.hostOf(name)))
                .or(() -> shared(region));
        String place = workspace.isPresent() ? place(WORKSPACE) : values.containsKey(REGION) ? place(REGION) : REGION;
        return host.map(found -> new Base(found, place))
                .orElseThrow(() -> new AssistantException(
                        FaultKind.SETTINGS,
                        tr(
                                "%s %s has only workspace hosts. Set dashscope.workspace to the workspace's ID (llm-…).",
                                place(REGION), region.setting())));
    }

    private Optional<String> shared(Region region) {
        return onThisMachine(region).or(() -> region.sharedHost().map(host -> "https://" + host));
    }

    private Optional<String> onThisMachine(Region region) {
        return Optional.ofNullable(environment.get("VOICEBOT_HOST_" + region.name()))
                .filter(host -> Endpoint.isLoopback(URI.create(host)));
    }

    /** The beginning of every address of the service that {@code address} is one of; empty for one of another kind. */
    private static Optional<String> followed(URI address) {
        String path = address.getPath().replaceFirst("/$", "");
        String host = address.getScheme().replace("ws", "http") + "://" + address.getRawAuthority();
        return PATHS.stream()
                .filter(path::endsWith)
                .findFirst()
                .map(known -> host + path.substring(0, path.length() - known.length()))
                .or(() -> Endpoint.isLoopback(address) ? Optional.of(host) : Optional.empty());
    }

    private Optional<String> regionOfAnAddress() {
        return List.of(HTTP, SPEECH, CHAT).stream()
                .filter(key ->
                        set(key).flatMap(text -> regionOf(URI.create(text))).isPresent())
                .findFirst();
    }

    private Optional<Region> regionOf(URI address) {
        return Region.of(address)
                .or(() -> Arrays.stream(Region.values())
                        .filter(region -> onThisMachine(region)
                                .filter(host ->
                                        URI.create(host).getRawAuthority().equals(address.getRawAuthority()))
                                .isPresent())
                        .findFirst());
    }

    private Optional<String> set(String key) {
        return Optional.ofNullable(values.get(key)).map(Value::text).filter(text -> !text.isEmpty());
    }

    private String text(String key) {
        return set(key).orElseThrow();
    }

    private String place(String key) {
        Value value = values.get(key);
        return value == null ? key : value.place();
    }

    /** What all addresses begin with, and what it follows from. */
    private record Base(String web, String place) {
        String webSocket() {
            return web.replaceFirst("^http", "ws");
        }
    }
}
