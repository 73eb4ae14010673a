package dev.voicebot.wiring;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.engine.sherpa.ExpectedWords;
import dev.voicebot.engine.sherpa.SherpaRecognizer;
import dev.voicebot.localmodels.LocalModel;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.threads.Worker;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Recognition on this computer. */
final class LocalHearing implements HearingEngine {
    private static final int SHOWN = 5; // words of a notice

    private final LocalSpeech speech;
    private final Optional<LocalModel> model;
    private final String wanted;
    private volatile ExpectedWords words = ExpectedWords.NONE;

    /**
     * Loads nothing yet.
     *
     * @param model empty where it was not pulled, or the engine was not
     * @param wanted what to pull then
     */
    LocalHearing(LocalSpeech speech, Optional<LocalModel> model, String wanted) {
        this.speech = speech;
        this.model = model;
        this.wanted = wanted;
    }

    @Override
    public String name() {
        return model.map(LocalModel::name).orElse("none");
    }

    @Override
    public String title() {
        return model.map(it -> tr("%s (local)", it.name()))
                .orElseGet(() -> tr("off (run: voicebot models pull %s)", wanted));
    }

    @Override
    public Optional<String> obstacle() {
        return model.isPresent()
                ? Optional.empty()
                : Optional.of(LocalSpeech.missing(tr("A recognizer"), wanted).userMessage());
    }

    @Override
    public Optional<String> missingModel() {
        return model.isPresent() ? Optional.empty() : Optional.of(wanted);
    }

    /** Loads the model: the first talk would wait for it. */
    @Override
    public void warm(Optional<String> language) {
        model.ifPresent(present ->
                Worker.WARM_EARS.start(() -> recognizer(present, language).warm()));
    }

    @Override
    public SpeechRecognizer recognizer(Request request) {
        return recognizer(present(), request.language());
    }

    private SherpaRecognizer recognizer(LocalModel present, Optional<String> language) {
        return new SherpaRecognizer(speech.engine(), present, language.orElse(""), words);
    }

    @Override
    public void expectWords(Path file, List<String> expected) {
        LocalModel present = present();
        if (!ExpectedWords.areKnownTo(present)) {
            speech.tell(tr("%s does not use hot words; they are ignored.", name()));
            return;
        }
        words = ExpectedWords.of(present, expected);
        if (!words.unknown().isEmpty()) {
            speech.tell(tr("%s cannot spell these hot words and ignores them: %s", name(), shown(words.unknown())));
        }
    }

    private static String shown(List<String> unknown) {
        String first = String.join(", ", unknown.subList(0, Math.min(SHOWN, unknown.size())));
        return unknown.size() > SHOWN ? first + ", …" : first;
    }

    /** They share one model in memory, which uses the processor's cores already. */
    @Override
    public int mostAtOnce() {
        return 1;
    }

    @Override
    public Service service(Optional<String> language, Supplier<SpeechSynthesizer> voice) {
        SherpaRecognizer recognizer = recognizer(present(), language);
        return Service.builtIn(title(), new HearingProof(voice, () -> warmed(recognizer), language).timed());
    }

    private static SpeechRecognizer warmed(SherpaRecognizer recognizer) {
        recognizer.warm();
        return recognizer;
    }

    private LocalModel present() {
        return model.orElseThrow(() -> LocalSpeech.missing(tr("A recognizer"), wanted));
    }
}
