package dev.voicebot.wiring;

import dev.voicebot.config.Nearest;
import dev.voicebot.synthesis.KnownVoice;
import java.util.List;
import java.util.Optional;

/** Tells a mistyped name by those that are known. */
final class KnownNames {
    private KnownNames() {}

    /** The known name that is nearest to {@code name}; empty where that is known itself, or nothing is. */
    static Optional<String> nearest(String name, List<String> known) {
        return known.isEmpty() || known.stream().anyMatch(name::equalsIgnoreCase)
                ? Optional.empty()
                : Optional.of(Nearest.to(name, known));
    }

    /** What is to be told of a voice in the cloud, where users have voices of their own. */
    static Optional<String> doubtCloudVoice(String name, List<KnownVoice> known, String engine) {
        return nearest(name, names(known))
                .map(nearest ->
                        name + " is none of the voices known of " + engine + "; the nearest name is " + nearest);
    }

    /** What is to be told of a voice of espeak's, all of whose voices are known. */
    static Optional<String> doubtEspeakVoice(String name, List<KnownVoice> known, String engine) {
        return isNamedInFull(name, known)
                ? Optional.empty()
                : nearestWithVariant(name, names(known))
                        .map(nearest -> engine + " has no voice " + name + "; did you mean " + nearest + "?");
    }

    /** As espeak takes it, too: none of its own, its file, or in words. */
    private static boolean isNamedInFull(String name, List<KnownVoice> known) {
        return name.isEmpty()
                || name.contains("/")
                || known.stream().anyMatch(voice -> voice.language().equalsIgnoreCase(name));
    }

    private static List<String> names(List<KnownVoice> known) {
        return known.stream().map(KnownVoice::name).toList();
    }

    /** The same for a voice that may have a variant, {@code cmn+f3}, of which the parts are known: {@code cmn}, {@code +f3}. */
    private static Optional<String> nearestWithVariant(String name, List<String> known) {
        int plus = name.indexOf('+');
        if (plus <= 0) {
            return nearest(name, known);
        }
        String voice = name.substring(0, plus);
        String variant = name.substring(plus);
        Optional<String> nearestVoice = nearest(voice, starting(known, false));
        Optional<String> nearestVariant = nearest(variant, starting(known, true));
        return nearestVoice.isEmpty() && nearestVariant.isEmpty()
                ? Optional.empty()
                : Optional.of(nearestVoice.orElse(voice) + nearestVariant.orElse(variant));
    }

    private static List<String> starting(List<String> known, boolean withPlus) {
        return known.stream().filter(name -> name.startsWith("+") == withPlus).toList();
    }
}
