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
import java.util.stream.Stream;

/**
 * Where the cloud is: an address that is set wins; those that are not follow one that is, or else the region and the
 * workspace. The currency follows the region.
 */
final class Addresses {
    /** What follows the host in each of the service's addresses, the path that begins like another one first. */
    private static final List<String> PATHS =
            List.of("/api-ws/v1/inference", "/api-ws/v1/realtime", "/api-ws/v1", "/api/v1", "/compatible-mode/v1");

    /** Those whose region is known, the one that wins first. */
    private static final List<Setting<URI>> OF_THE_CLOUD =
            List.of(DashScopeSettings.HTTP_URL, DashScopeSettings.WEBSOCKET_URL, ChatSettings.BASE_URL);

    private final SettingValues values;
    private final Map<String, String> environment;

    /** {@code environment} may name hosts of regions on this machine, for tests: {@code VOICEBOT_HOST_SINGAPORE}. */
    Addresses(SettingValues values, Map<String, String> environment) {
        this.values = values;
        this.environment = environment;
    }

    /** The settings that follow from others, each with what it follows from. */
    Map<String, Value> derived() {
        Map<String, Value> derived = new LinkedHashMap<>();
        Region region = region();
        if (values.set(DashScopeSettings.REGION).isEmpty()) {
            regionOfAnAddress()
                    .ifPresent(of -> put(derived, DashScopeSettings.REGION, region.setting(), values.place(of)));
        }
        Base base = base(region);
        put(derived, DashScopeSettings.WEBSOCKET_URL, base.webSocket() + "/api-ws/v1/inference/", base.place());
        put(derived, DashScopeSettings.HTTP_URL, base.web() + "/api/v1", base.place());
        put(derived, ChatSettings.BASE_URL, base.web() + "/compatible-mode/v1", base.place());
        put(derived, UsageSettings.CURRENCY, region.currency(), values.place(DashScopeSettings.REGION));
        return derived;
    }

    private Region region() {
        return values.set(DashScopeSettings.REGION)
                .or(() -> regionOfAnAddress().flatMap(values::set).flatMap(this::regionOf))
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

    private void put(Map<String, Value> derived, Setting<?> setting, String text, String place) {
        if (values.text(setting).isEmpty()) {
            derived.put(setting.key(), new Value(text, place, Path.of("")));
        }
    }

    private Base base(Region region) {
        return Stream.of(DashScopeSettings.HTTP_URL, DashScopeSettings.WEBSOCKET_URL)
                .flatMap(
                        setting -> values
                                .set(setting)
                                .flatMap(Addresses::followed)
                                .map(host -> new Base(host, values.place(setting)))
                                .stream())
                .findFirst()
                .orElseGet(() -> regional(region));
    }

    private Base regional(Region region) {
        Optional<String> workspace = values.of(DashScopeSettings.WORKSPACE);
        Optional<String> host = onThisMachine(region)
                .or(() -> workspace.map(name -> "https://" + region.hostOf(name)))
                .or(() -> shared(region));
        Setting<?> reason = workspace.isPresent() ? DashScopeSettings.WORKSPACE : DashScopeSettings.REGION;
        String place = values.place(reason);
        return host.map(found -> new Base(found, place))
                .orElseThrow(() -> new AssistantException(
                        FaultKind.SETTINGS,
                        tr(
                                "%s %s has only workspace hosts. Set %s to the workspace's ID (llm-…).",
                                values.place(DashScopeSettings.REGION),
                                region.setting(),
                                DashScopeSettings.WORKSPACE.key())));
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

    private Optional<Setting<URI>> regionOfAnAddress() {
        return OF_THE_CLOUD.stream()
                .filter(setting -> values.set(setting).flatMap(this::regionOf).isPresent())
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

    /** What all addresses begin with, and what it follows from. */
    private record Base(String web, String place) {
        String webSocket() {
            return web.replaceFirst("^http", "ws");
        }
    }
}
