package dev.voicebot.wiring;

import static dev.voicebot.text.Messages.mark;
import static dev.voicebot.text.Messages.tr;

import dev.voicebot.engine.dashscope.DashScopeSynthesizer;
import dev.voicebot.engine.dashscope.SynthesisParameters;
import dev.voicebot.engine.dashscope.TaskTrial;
import dev.voicebot.engine.dashscope.VoiceCatalog;
import dev.voicebot.synthesis.KnownVoice;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.Voice;
import dev.voicebot.wording.Numerals;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * DashScope's voices, which read numbers well by themselves.
 *
 * @param notices receives a line for the user when another voice speaks than the one chosen
 */
record CloudVoice(CloudAccess access, CloudModels models, int sampleRate, Consumer<String> notices)
        implements VoiceEngine {
    private static final String PURPOSE = mark("The cloud's voice");

    @Override
    public String name() {
        return models.synthesis().model();
    }

    @Override
    public String title() {
        return name();
    }

    @Override
    public boolean isPriced() {
        return true;
    }

    @Override
    public Numerals numerals() {
        return Numerals.DIGITS;
    }

    @Override
    public SpeechSynthesizer open() {
        models.refresh();
        return new DashScopeSynthesizer(access.connection(tr(PURPOSE)), parameters());
    }

    @Override
    public List<KnownVoice> voices() {
        return VoiceCatalog.of(name());
    }

    /** The model may change, and with it the voices. */
    @Override
    public Supplier<List<KnownVoice>> voicesSoFar() {
        return this::voices;
    }

    /** Users have voices of their own, which are named after a model: {@code cosyvoice-v2-mine-3f2a}. */
    @Override
    public boolean wouldKnow(String name) {
        return !name.contains("-");
    }

    @Override
    public Optional<String> doubt(String name, List<KnownVoice> known) {
        return VoiceCatalog.knows(name) ? Optional.empty() : KnownNames.doubtCloudVoice(name, known, name());
    }

    @Override
    public String standardVoice() {
        return tr("the model's standard voice");
    }

    @Override
    public Service service(Voice voice) {
        TaskTrial trial = TaskTrial.synthesis(access.connection(tr(PURPOSE)), parameters(), voice);
        return access.service(models.synthesis(), cancellation -> {
            trial.run(cancellation);
            return new Service.Answer(true, "accepted");
        });
    }

    private SynthesisParameters parameters() {
        return new SynthesisParameters(models.synthesis(), sampleRate, notices);
    }
}
