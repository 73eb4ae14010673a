package dev.voicebot.wiring;

import dev.voicebot.config.Nearest;
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

    /** The same for a voice that may have a variant, {@code cmn+f3}, of which the parts are known: {@code cmn}, {@code +f3}. */
    static Optional<String> nearestWithVariant(String name, List<String> known) {
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
