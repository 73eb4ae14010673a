package dev.voicebot.wiring;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.DashScopeSettings;
import dev.voicebot.config.Region;
import dev.voicebot.credentials.Endpoint;
import dev.voicebot.credentials.Secret;
import dev.voicebot.models.ModelRequest;
import dev.voicebot.network.Network;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
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
final class KeyHome implements Service.Question {
    private static final Logger LOG = LoggerFactory.getLogger(KeyHome.class);
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final DashScopeSettings settings;
    private final Secret key;
    private final Network network;

    KeyHome(DashScopeSettings settings, Secret key, Network network) {
        this.settings = settings;
        this.key = key;
        this.network = network;
    }

    @Override
    public Service.Answer ask(Cancellation cancellation) {
        Optional<Boolean> isAccepted = accepts(settings.httpUrl());
        cancellation.throwIfCancelled();
        if (isAccepted.isEmpty()) {
            return new Service.Answer(true, tr("the service does not report whether the key belongs to this region"));
        }
        if (isAccepted.get()) {
            return new Service.Answer(true, tr("the key belongs to this region"));
        }
        throw new AssistantException(FaultKind.CREDENTIALS, advice(home()));
    }

    private String advice(Optional<Region> home) {
        if (home.isEmpty()) {
            return tr(
                    "No region accepts the API key from %s. Create one in the Model Studio console."
                            + " (Coding-plan keys use their own hosts.)",
                    key.origin());
        }
        Region region = home.get();
        if (region == settings.region() && settings.workspace().isPresent()) {
            return tr(
                    "This key belongs to %s, but not to workspace %s. Check dashscope.workspace.",
                    region.title(), settings.workspace().get());
        }
        return tr("This key belongs to %s. Set dashscope.region = \"%s\".", region.title(), region.setting());
    }

    /** The region that takes the key; all are asked at once. */
    private Optional<Region> home() {
        Map<Region, URI> regions = settings.regions();
        Map<Region, CompletableFuture<Optional<Boolean>>> asked = new EnumMap<>(Region.class);
        regions.forEach((region, address) -> {
            if (!address.equals(settings.httpUrl())) {
                asked.put(
                        region,
                        CompletableFuture.supplyAsync(() -> accepts(address), Worker.REGION.each(region.setting())));
            }
        });
        return asked.entrySet().stream()
                .filter(entry -> entry.getValue().join().orElse(false))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Empty where that cannot be found out. */
    private Optional<Boolean> accepts(URI address) {
        Endpoint.check(address, Optional.of(key), "dashscope.http_url");
        try {
            return Optional.of(new ModelRequest(address, key, network).isAccepted(PATIENCE));
        } catch (AssistantException e) {
            LOG.debug("cannot ask {}: {}", address.getHost(), e.userMessage());
            return Optional.empty();
        }
    }
}
