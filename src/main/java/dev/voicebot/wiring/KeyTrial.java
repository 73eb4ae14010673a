package dev.voicebot.wiring;

import dev.voicebot.config.DashScopeSettings;
import dev.voicebot.config.Region;
import dev.voicebot.credentials.Endpoint;
import dev.voicebot.credentials.Secret;
import dev.voicebot.models.ModelRequest;
import dev.voicebot.network.Network;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.threads.Worker;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out which region a key belongs to, by showing it to each. Nothing else may do that: a key is sent to the service
 * that the settings name, and nowhere else, unless the user asks where it belongs.
 */
public final class KeyTrial {
    private static final Logger LOG = LoggerFactory.getLogger(KeyTrial.class);
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final DashScopeSettings settings;
    private final Network network;

    KeyTrial(DashScopeSettings settings, Network network) {
        this.settings = settings;
        this.network = network;
    }

    /**
     * What became of it.
     *
     * @param region the one that takes the key
     * @param isRefused whether a region said that the key is not its own
     */
    public record Outcome(Optional<Region> region, boolean isRefused) {}

    /** Shows {@code key} to the region in use, and to all others if that does not take it. Blocks some seconds at most. */
    public Outcome of(Secret key) {
        Optional<Boolean> here = accepts(settings.httpUrl(), key);
        if (here.orElse(false)) {
            return new Outcome(Optional.of(settings.region()), false);
        }
        Map<Region, Optional<Boolean>> others = elsewhere(key);
        Optional<Region> home = accepting(others);
        return new Outcome(home, here.isPresent() || others.values().stream().anyMatch(Optional::isPresent));
    }

    /** The other region that takes the key. */
    Optional<Region> home(Secret key) {
        return accepting(elsewhere(key));
    }

    private static Optional<Region> accepting(Map<Region, Optional<Boolean>> answers) {
        return answers.entrySet().stream()
                .filter(entry -> entry.getValue().orElse(false))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** What the other addresses say; all are asked at once. */
    private Map<Region, Optional<Boolean>> elsewhere(Secret key) {
        Map<Region, CompletableFuture<Optional<Boolean>>> asked = new EnumMap<>(Region.class);
        settings.regions().forEach((region, address) -> {
            if (!address.equals(settings.httpUrl())) {
                asked.put(
                        region,
                        CompletableFuture.supplyAsync(
                                () -> accepts(address, key), Worker.REGION.each(region.setting())));
            }
        });
        Map<Region, Optional<Boolean>> answers = new EnumMap<>(Region.class);
        asked.forEach((region, answer) -> answers.put(region, answer.join()));
        return answers;
    }

    /** Empty where that cannot be found out. */
    Optional<Boolean> accepts(URI address, Secret key) {
        Endpoint.check(address, Optional.of(key), DashScopeSettings.HTTP_URL.key());
        try {
            return Optional.of(new ModelRequest(address, key, network).isAccepted(PATIENCE));
        } catch (AssistantException e) {
            LOG.debug("cannot ask {}: {}", address.getHost(), e.userMessage());
            return Optional.empty();
        }
    }
}
