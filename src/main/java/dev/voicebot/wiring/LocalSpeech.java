package dev.voicebot.wiring;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.WakeWord;
import dev.voicebot.config.Settings;
import dev.voicebot.engine.sherpa.SherpaEngine;
import dev.voicebot.engine.sherpa.SherpaWakeWord;
import dev.voicebot.localmodels.CatalogModel;
import dev.voicebot.localmodels.LocalModel;
import dev.voicebot.localmodels.LocalModel.Kind;
import dev.voicebot.localmodels.MeasuredSpeeds;
import dev.voicebot.localmodels.ModelStore;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The models of this computer's own that hear and speak, and the processes that run them. Any thread. */
final class LocalSpeech implements AutoCloseable {
    private static final List<Kind> EARS = // the better ones first
            List.of(Kind.SENSE_VOICE, Kind.WHISPER, Kind.TRANSDUCER, Kind.PARAFORMER, Kind.CTC);
    private static final List<Kind> VOICES = List.of(Kind.KOKORO, Kind.MATCHA, Kind.VITS);

    private static final String FIRST_EARS = "sensevoice"; // what to pull where there is none
    private static final String FIRST_VOICE = "kokoro";
    private static final String FIRST_WAKE_WORD = "wake";

    private final LocalModels models;
    private final ModelStore store;
    private final Settings settings;
    private final Consumer<String> notices;
    private @Nullable SherpaEngine engine;

    /** {@code notices} receives lines for the user. */
    LocalSpeech(LocalModels models, Settings settings, Consumer<String> notices) {
        this.models = models;
        this.store = models.store();
        this.settings = settings;
        this.notices = notices;
    }

    boolean isFastEnough(String model) {
        return new MeasuredSpeeds(store).isFastEnough(model);
    }

    void tell(String line) {
        notices.accept(line);
    }

    /** The names of a voice's speakers, in the order of their numbers; reads files. */
    List<String> speakers(LocalModel voice) {
        return models.catalog().find(voice.name()).map(CatalogModel::speakers).orElse(List.of());
    }

    /** What it hears with; reads the models' folder. */
    HearingEngine hearing() {
        String named = settings.recognition().localModel();
        return new LocalHearing(this, found(EARS, named), wantedEars(settings));
    }

    /** The recognizer to pull where there is none. */
    static String wantedEars(Settings settings) {
        String named = settings.recognition().localModel();
        return named.equals(Settings.AUTO) ? FIRST_EARS : named;
    }

    /** What it speaks with; reads the models' folder. */
    LocalVoice voice() {
        String named = settings.synthesis().localModel();
        return new LocalVoice(this, found(VOICES, named), named.equals(Settings.AUTO) ? FIRST_VOICE : named);
    }

    /** Listens for {@code phrase}; reads nothing yet. */
    WakeWord wakeWord(String phrase) {
        return new LocalWakeWord(phrase, () -> {
            LocalModel model = found(List.of(Kind.KEYWORDS), Settings.AUTO)
                    .orElseThrow(() -> missing(tr("The wake word model"), FIRST_WAKE_WORD));
            return new SherpaWakeWord(engine(), model, phrase);
        });
    }

    /** The engine, which starts nothing before it is used. */
    synchronized SherpaEngine engine() {
        if (engine == null) {
            engine = new SherpaEngine(library().orElseThrow(() -> missing(tr("The local speech engine"), FIRST_EARS)));
        }
        return engine;
    }

    /** What to say when a part is not here. */
    static AssistantException missing(String part, String name) {
        return new AssistantException(
                FaultKind.CREDENTIALS, tr("%s is not on this computer. Run: voicebot models pull %s", part, name));
    }

    private Optional<LocalModel> found(List<Kind> kinds, String wanted) {
        if (library().isEmpty()) {
            return Optional.empty();
        }
        if (!wanted.equals(Settings.AUTO)) {
            return store.find(wanted).filter(model -> kinds.contains(model.kind()));
        }
        List<LocalModel> all = store.all();
        return kinds.stream()
                .flatMap(kind -> all.stream().filter(model -> model.kind() == kind))
                .findFirst();
    }

    private Optional<Path> library() {
        return store.all().stream()
                .filter(model -> model.kind() == Kind.ENGINE)
                .map(model -> model.file("library"))
                .findFirst();
    }

    @Override
    public synchronized void close() {
        if (engine != null) {
            engine.close();
        }
    }
}
