package dev.voicebot.wiring;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.Nearest;
import dev.voicebot.synthesis.KnownVoice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells a mistyped name by those that are known. */
final class KnownNames {
    private KnownNames() {}

    /** What is to be told of a name that is none of those known, where others may exist; empty where none is known. */
    static Optional<String> doubtModel(String name, List<String> known) {
        return doubt(name, known, tr("Unknown model %s", name));
    }

    private static Optional<String> doubt(String name, List<String> known, String complaint) {
        return known.isEmpty() || isKnown(name, known)
                ? Optional.empty()
                : Optional.of(complaint + Nearest.hint(name, known));
    }

    /** The same of a voice in the cloud, where users have voices of their own. */
    static Optional<String> doubtCloudVoice(String name, List<KnownVoice> known, String engine) {
        List<String> names = names(known);
        if (Nearest.to(name, names).isPresent()) {
            return doubt(name, names, unknownVoice(name, engine));
        }
        return doubt(name, names, unknownVoice(name, engine))
                .map(doubt -> withoutVersion(name, names)
                        .map(meant -> unknownVoice(name, engine) + tr(". Did you mean %s?", meant))
                        .orElse(doubt));
    }

    /** The name that is meant by one without its version, {@code longwan} for {@code longwan_v2}. */
    private static Optional<String> withoutVersion(String name, List<String> known) {
        Map<String, String> stems = new LinkedHashMap<>();
        known.forEach(voice -> stems.putIfAbsent(voice.replaceFirst("_v[0-9.]+$", ""), voice));
        return Nearest.to(name, stems.keySet()).map(stems::get);
    }

    /** The same of a voice on this computer, where there are no others. */
    static Optional<String> doubtLocalVoice(String name, List<KnownVoice> known, String engine) {
        return doubt(name, names(known), unknownVoice(name, engine));
    }

    /** What is to be told of a voice of espeak's, all of whose voices are known. */
    static Optional<String> doubtEspeakVoice(String name, List<KnownVoice> known, String engine) {
        return isNamedInFull(name, known)
                ? Optional.empty()
                : espeakName(name, names(known)).map(nearest -> unknownVoice(name, engine) + nearest);
    }

    /** As espeak takes it, too: none of its own, its file, or in words. */
    private static boolean isNamedInFull(String name, List<KnownVoice> known) {
        return name.isEmpty()
                || name.contains("/")
                || known.stream().anyMatch(voice -> voice.language().equalsIgnoreCase(name));
    }

    private static String unknownVoice(String name, String engine) {
        return tr("Unknown voice %s for %s", name, engine);
    }

    private static List<String> names(List<KnownVoice> known) {
        return known.stream().map(KnownVoice::name).toList();
    }

    /** The hint for a name with or without a variant, {@code cmn+f3}; empty where its parts are known: {@code cmn}, {@code +f3}. */
    private static Optional<String> espeakName(String name, List<String> known) {
        int plus = name.indexOf('+') > 0 ? name.indexOf('+') : name.length();
        String voice = name.substring(0, plus);
        String variant = name.substring(plus);
        List<String> voices = variant.isEmpty() ? known : starting(known, false);
        List<String> variants = starting(known, true);
        boolean isVoice = isKnown(voice, voices);
        boolean isVariant = variant.isEmpty() || isKnown(variant, variants);
        if (known.isEmpty() || (isVoice && isVariant)) {
            return Optional.empty();
        }
        Optional<String> near = (isVoice ? Optional.of(voice) : Nearest.to(voice, voices))
                .flatMap(
                        first -> (isVariant ? Optional.of(variant) : Nearest.to(variant, variants)).map(first::concat));
        return Optional.of(near.map(meant -> tr(". Did you mean %s?", meant)).orElseGet(() -> tr(".")));
    }

    private static boolean isKnown(String name, List<String> known) {
        return known.stream().anyMatch(name::equalsIgnoreCase);
    }

    private static List<String> starting(List<String> known, boolean withPlus) {
        return known.stream().filter(name -> name.startsWith("+") == withPlus).toList();
    }
}
