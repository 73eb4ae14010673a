package dev.voicebot.wiring;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.engine.espeak.EspeakSynthesizer;
import dev.voicebot.engine.piper.PiperFiles;
import dev.voicebot.engine.piper.PiperSynthesizer;
import dev.voicebot.localmodels.LocalModel;
import dev.voicebot.localmodels.MeasuredSpeeds;
import dev.voicebot.localmodels.ModelStore;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.synthesis.KnownVoice;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.Voice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The Piper voices that were pulled. */
record PiperVoice(ModelStore store, Path cache) implements VoiceEngine {
    /** Whether one is here and, as far as that was measured, fast enough. */
    boolean keepsUp() {
        MeasuredSpeeds speeds = new MeasuredSpeeds(store);
        return models().stream()
                .findFirst()
                .map(LocalModel::name)
                .filter(speeds::isFastEnough)
                .isPresent();
    }

    private List<LocalModel> models() {
        return store.all().stream()
                .filter(model -> model.kind() == LocalModel.Kind.PIPER)
                .toList();
    }

    @Override
    public String name() {
        return "piper";
    }

    @Override
    public String title() {
        return name() + " (local)";
    }

    @Override
    public SpeechSynthesizer open() {
        List<LocalModel> models = models();
        if (models.isEmpty()) {
            throw new AssistantException(
                    FaultKind.SETTINGS, tr("No Piper voice here. Run: voicebot models pull en_US-lessac-medium"));
        }
        PiperSynthesizer piper = synthesizer(models);
        piper.warm();
        return piper;
    }

    /** Speaks with one of these, and loads nothing yet. */
    PiperSynthesizer synthesizer(List<LocalModel> models) {
        return new PiperSynthesizer(models, new PiperFiles(cache, new EspeakSynthesizer(cache)::data));
    }

    @Override
    public List<KnownVoice> voices() {
        return PiperSynthesizer.voices(models());
    }

    @Override
    public Optional<String> doubt(String name, List<KnownVoice> known) {
        return KnownNames.doubtLocalVoice(name, known, name());
    }

    @Override
    public String standardVoice() {
        return models().stream().map(LocalModel::name).findFirst().orElse("none");
    }

    @Override
    public Service service(Voice voice) {
        return Service.builtIn(title(), new SpeakingProof(this::open, voice, true));
    }
}
