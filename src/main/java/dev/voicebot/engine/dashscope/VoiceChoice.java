package dev.voicebot.engine.dashscope;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.synthesis.KnownVoice;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Which voice speaks with which model: the one the user named; where that belongs to another model, its namesake; else
 * the model's own. Remembers which voices the service refused. Thread-safe.
 */
final class VoiceChoice {
    /** Instead of a name: the model's own voice. */
    private static final String AUTO = "auto";

    private final Consumer<String> notices;
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** {@code notices} receives a line for the user when another voice than the one named speaks. */
    VoiceChoice(Consumer<String> notices) {
        this.notices = notices;
    }

    /**
     * The voice's name as {@code model} has it.
     *
     * @param wanted the user's; empty or {@code auto} for the model's own
     */
    String of(String model, String wanted) {
        String voice = candidates(model, wanted)
                .filter(candidate -> !refused.contains(key(model, candidate)))
                .findFirst()
                .orElse(wanted); // let the service say it
        if (!isAuto(wanted) && !voice.equals(wanted) && told.add(key(model, wanted))) {
            notices.accept(tr("Voice %s is not available for %s. Using %s.", wanted, model, voice));
        }
        return voice;
    }

    /**
     * The service refused {@code voice} with {@code model}: another one is next.
     *
     * @throws AssistantException SETTINGS when there is none that the user could have meant
     */
    void refuse(String model, String voice, String wanted) {
        refused.add(key(model, voice));
        if (candidates(model, wanted).allMatch(candidate -> refused.contains(key(model, candidate)))) {
            throw missing(model, wanted);
        }
    }

    private static boolean isAuto(String wanted) {
        return wanted.isEmpty() || wanted.equals(AUTO);
    }

    private static Stream<String> candidates(String model, String wanted) {
        if (isAuto(wanted)) {
            return VoiceCatalog.standard(model).stream();
        }
        Optional<KnownVoice> elsewhere = VoiceCatalog.has(model, wanted) ? Optional.empty() : VoiceCatalog.find(wanted);
        if (elsewhere.isEmpty() || VoiceCatalog.of(model).isEmpty()) {
            return Stream.of(wanted); // the model's, or the user's own
        }
        Comparator<String> sameSexFirst = Comparator.comparing(name -> VoiceCatalog.find(name)
                .filter(v -> v.sex() == elsewhere.get().sex())
                .isEmpty());
        return Stream.concat(
                VoiceCatalog.namesake(model, wanted).stream(),
                VoiceCatalog.standard(model).stream().sorted(sameSexFirst));
    }

    private static AssistantException missing(String model, String wanted) {
        List<String> near = VoiceCatalog.near(model, wanted);
        String problem =
                isAuto(wanted) ? tr("%s offers no voice here.", model) : tr("%s has no voice %s.", model, wanted);
        String advice = near.isEmpty()
                ? tr("Set synthesis.voice to a voice you made for this model, or choose another synthesis.model.")
                : tr("Set synthesis.voice to auto or a voice of this model: %s …", String.join(", ", near));
        return new AssistantException(FaultKind.SETTINGS, problem + " " + advice);
    }

    private static String key(String model, String voice) {
        return model + ' ' + voice;
    }
}
