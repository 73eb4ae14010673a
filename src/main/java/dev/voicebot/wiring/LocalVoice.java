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
        return new SherpaSynthesizer(speech.engine(), present);
    }

    @Override
    public List<KnownVoice> voices() {
        return List.of(); // numbers of speakers, which only the model knows
    }

    @Override
    public boolean wouldKnow(String name) {
        return false;
    }

    @Override
    public Optional<String> doubt(String name, List<KnownVoice> known) {
        return name.chars().allMatch(Character::isDigit)
                ? Optional.empty()
                : Optional.of(tr(
                        "A local voice is a speaker's number, not '%s'. Set %s.", name, SynthesisSettings.VOICE.key()));
    }

    @Override
    public String standardVoice() {
        return tr("the model's first speaker");
    }

    @Override
    public Service service(Voice voice) {
        return Service.builtIn(title(), new SpeakingProof(this::open, voice));
    }
}
