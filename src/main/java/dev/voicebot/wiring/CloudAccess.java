package dev.voicebot.wiring;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.DashScopeSettings;
import dev.voicebot.engine.dashscope.DashScopeConnection;
import dev.voicebot.models.ModelChoice;
import dev.voicebot.network.Network;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.util.Optional;

/** How DashScope's speech is reached. */
record CloudAccess(DashScopeSettings settings, Network network) {
    /**
     * Opens nothing yet.
     *
     * @throws AssistantException of kind CREDENTIALS without a key, which {@code purpose} needs
     */
    DashScopeConnection connection(String purpose) {
        return new DashScopeConnection(
                settings.websocketUrl(),
                settings.apiKey().orElseThrow(() -> new AssistantException(FaultKind.CREDENTIALS, needsKey(purpose))),
                settings.connectTimeout(),
                network);
    }

    Service service(ModelChoice model, Service.Question question) {
        return new Service(
                () -> model.model() + (model.isAutomatic() ? " (auto)" : ""),
                Optional.of(settings.websocketUrl()),
                DashScopeSettings.WEBSOCKET_URL.key(),
                question);
    }

    /** Finds out where a key belongs. */
    KeyTrial keyTrial() {
        return new KeyTrial(settings, network);
    }

    /** Whether the key belongs to the region; none without a key. */
    Optional<Service> regionService() {
        String workspace =
                settings.workspace().map(name -> tr(", workspace %s", name)).orElse("");
        return settings.apiKey()
                .map(key -> new Service(
                        () -> settings.region().title() + workspace,
                        Optional.of(settings.httpUrl()),
                        DashScopeSettings.REGION.key(),
                        new KeyHome(settings, key, network)));
    }

    /** The fault of {@code purpose} without a key. */
    static String needsKey(String purpose) {
        return tr(
                "%s needs a DashScope key. Run voicebot setup, or export DASHSCOPE_API_KEY=sk-… and restart.", purpose);
    }
}
