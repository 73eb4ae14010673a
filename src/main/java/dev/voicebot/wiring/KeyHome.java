package dev.voicebot.wiring;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.DashScopeSettings;
import dev.voicebot.config.Region;
import dev.voicebot.credentials.Secret;
import dev.voicebot.network.Network;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import java.util.Optional;

/** Whether the key belongs to the region that the settings name, and else where it belongs. */
final class KeyHome implements Service.Question {
    private final DashScopeSettings settings;
    private final Secret key;
    private final KeyTrial trial;

    KeyHome(DashScopeSettings settings, Secret key, Network network) {
        this.settings = settings;
        this.key = key;
        this.trial = new KeyTrial(settings, network);
    }

    @Override
    public Service.Answer ask(Cancellation cancellation) {
        Optional<Boolean> isAccepted = trial.accepts(settings.httpUrl(), key);
        cancellation.throwIfCancelled();
        if (isAccepted.isEmpty()) {
            return new Service.Answer(true, tr("the service does not report whether the key belongs to this region"));
        }
        if (isAccepted.get()) {
            return new Service.Answer(true, tr("the key belongs to this region"));
        }
        throw new AssistantException(FaultKind.CREDENTIALS, advice(trial.home(key)));
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
                    "This key belongs to %s, but not to workspace %s. Check %s.",
                    region.title(), settings.workspace().get(), DashScopeSettings.WORKSPACE.key());
        }
        return tr(
                "This key belongs to %s. Set %s = \"%s\".",
                region.title(), DashScopeSettings.REGION.key(), region.setting());
    }
}
