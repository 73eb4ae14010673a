package dev.voicebot.wiring;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.SynthesisSettings;
import dev.voicebot.engine.sherpa.SherpaSynthesizer;
import dev.voicebot.localmodels.LocalModel;
import dev.voicebot.synthesis.KnownVoice;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.Voice;
import java.util.List;
import java.util.Optional;

/**
 * A neural voice on this computer.
 *
 * @param model empty where it was not pulled, or the engine was not
 * @param wanted what to pull then
 */
record LocalVoice(LocalSpeech speech, Optional<LocalModel> model, String wanted) implements VoiceEngine {
    @Override
    public String name() {
        return model.map(LocalModel::name).orElse("none");
    }

    @Override
    public String title() {
        return tr("%s (local)", name());
    }

    @Override
    public SpeechSynthesizer open() {
        LocalModel present = model.orElseThrow(() -> LocalSpeech.missing(tr("A local voice"), wanted));
        return new SherpaSynthesizer(speech.engine(), present, speakers());
    }

    /** Whether the model is here and, as far as that was measured, fast enough. */
    boolean keepsUp() {
        return model.filter(present -> speech.isFastEnough(present.name())).isPresent();
    }

    private List<String> speakers() {
        return model.map(speech::speakers).orElse(List.of());
    }

    /** Those that have names; others are numbers, which only the model knows. */
    @Override
    public List<KnownVoice> voices() {
        return speakers().stream().map(LocalVoice::known).toList();
    }

    /** Kokoro's names tell accent and sex: {@code af_maple}. */
    private static KnownVoice known(String speaker) {
        String language = switch (speaker.charAt(0)) {
            case 'a' -> "en-US";
            case 'b' -> "en-GB";
            case 'z' -> "zh";
            default -> "";
        };
        return new KnownVoice(
                speaker, language, speaker.startsWith("m", 1) ? KnownVoice.Sex.MALE : KnownVoice.Sex.FEMALE, "");
    }

    @Override
    public boolean wouldKnow(String name) {
        return false;
    }

    @Override
    public Optional<String> doubt(String name, List<KnownVoice> known) {
        if (name.chars().allMatch(Character::isDigit)) {
            return Optional.empty();
        }
        return known.isEmpty()
                ? Optional.of(tr(
                        "A local voice is a speaker's number, not '%s'. Set %s.", name, SynthesisSettings.VOICE.key()))
                : KnownNames.doubtLocalVoice(name, known, name());
    }

    @Override
    public String standardVoice() {
        return speakers().stream().findFirst().orElseGet(() -> tr("the model's first speaker"));
    }

    @Override
    public Service service(Voice voice) {
        return Service.builtIn(title(), new SpeakingProof(this::open, voice, true));
    }
}
