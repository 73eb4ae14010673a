package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.SynthesisSettings;
import dev.voicebot.localmodels.LocalModel;
import dev.voicebot.localmodels.LocalModel.Kind;
import dev.voicebot.localmodels.MeasuredSpeeds;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.util.Set;

/** Says how fast a model that was pulled is on this computer. */
final class PulledModelTrial {
    private static final Set<Kind> VOICES = Set.of(Kind.KOKORO, Kind.MATCHA, Kind.VITS, Kind.PIPER);

    private final CommandContext context;

    PulledModelTrial(CommandContext context) {
        this.context = context;
    }

    /** Blocks while it does a sentence; a model that does not work is only told. */
    void tell(LocalModel model) {
        try {
            context.assembly()
                    .measure(model, context.cancellation())
                    .ifPresent(factor -> context.tell(text(model, factor)));
        } catch (AssistantException e) {
            if (e.kind() == FaultKind.INTERRUPTED) {
                throw e;
            }
            context.tell(tr("%s was downloaded but does not work yet. %s", model.name(), e.userMessage()));
        }
    }

    private static String text(LocalModel model, double factor) {
        String speed = tr("%s takes %s of real time on this computer.", model.name(), MeasuredSpeeds.words(factor));
        return VOICES.contains(model.kind()) && !MeasuredSpeeds.isFastEnough(factor)
                ? speed + " "
                        + tr(
                                "That is too slow for a conversation: %s = auto uses a lighter voice.",
                                SynthesisSettings.ENGINE.key())
                : speed;
    }
}
