package dev.voicebot.engine.piper;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.localmodels.LocalModel;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.synthesis.KnownVoice;
import dev.voicebot.synthesis.SpeechListener;
import dev.voicebot.synthesis.SpeechStream;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.Voice;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks by neural voices on this machine. A voice's name is that of a model; empty for the first. Any number of these
 * objects may be used at once.
 */
public final class PiperSynthesizer implements SpeechSynthesizer {
    private static final Logger log = LoggerFactory.getLogger(PiperSynthesizer.class);

    private final List<LocalModel> models;
    private final PiperFiles files;
    private final int sampleRate;

    /** {@code models} are of the kind PIPER, one at least. Reads a small file, loads nothing yet. */
    public PiperSynthesizer(List<LocalModel> models, PiperFiles files) {
        this.models = List.copyOf(models);
        this.files = files;
        this.sampleRate = VoiceFile.sampleRate(models.get(0));
    }

    /** Loads the first voice in the background; a failure is reported by the first reply. */
    public void warm() {
        Piper.execute(() -> {
            try {
                Piper.load(models.get(0), files);
            } catch (AssistantException e) {
                log.warn("the voice {} is not ready", models.get(0).name(), e);
            }
        });
    }

    /** The voices that {@code models} are. */
    public static List<KnownVoice> voices(List<LocalModel> models) {
        return models.stream()
                .map(model ->
                        new KnownVoice(model.name(), String.join(", ", model.languages()), KnownVoice.Sex.FEMALE, ""))
                .toList();
    }

    @Override
    public int sampleRate() {
        return sampleRate;
    }

    @Override
    public SpeechStream open(Voice voice, SpeechListener frames, Cancellation cancellation) {
        PiperStream stream = new PiperStream(model(voice.name()), files, sampleRate, voice, frames);
        stream.start(cancellation);
        return stream;
    }

    private LocalModel model(String name) {
        return models.stream()
                .filter(model -> name.isEmpty() || model.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssistantException(
                        FaultKind.SETTINGS,
                        tr(
                                "Unknown voice %s for piper. Here are: %s. 'voicebot models' lists more.",
                                name, models.stream().map(LocalModel::name).collect(Collectors.joining(", ")))));
    }

    /** Nothing to give back: the voice stays for the process. */
    @Override
    public void close() {}
}
