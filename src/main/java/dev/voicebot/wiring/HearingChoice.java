package dev.voicebot.wiring;

import static dev.voicebot.text.Messages.tr;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.chat.Exchange;
import dev.voicebot.config.RecognitionEngine;
import dev.voicebot.config.Settings;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.synthesis.SpeechSynthesizer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who understands speech: the engine that {@code recognition.engine} names, else the first that can work here. */
public final class HearingChoice {
    private final Settings settings;
    private final Supplier<HearingEngine> cloud;
    private final Supplier<HearingEngine> local;
    private final ServerSpeech servers;
    private final BiFunction<SpeechRecognizer, String, SpeechRecognizer> translator;

    @GuardedBy("this")
    private @Nullable HearingEngine chosen;

    private volatile Optional<String> language; // exchanged by the screen, read by the next talk

    /** {@code translator} makes a recognizer translate into a language, for an engine that does not. */
    HearingChoice(
            Settings settings,
            Supplier<HearingEngine> cloud,
            Supplier<HearingEngine> local,
            ServerSpeech servers,
            BiFunction<SpeechRecognizer, String, SpeechRecognizer> translator) {
        this.settings = settings;
        this.cloud = cloud;
        this.local = local;
        this.servers = servers;
        this.translator = translator;
        this.language = settings.recognition().language();
    }

    /** Looks for a server the first time, which takes a moment. */
    private synchronized HearingEngine engine() {
        HearingEngine current = chosen;
        if (current == null) {
            current = choose();
            chosen = current;
        }
        return current;
    }

    private HearingEngine choose() {
        boolean hasKey = settings.dashscope().hasKey();
        return switch (settings.recognition().engine()) {
            case AUTO -> hasKey ? cloud.get() : withoutKey();
            case DASHSCOPE -> hasKey ? cloud.get() : new NoHearing(true, LocalSpeech.wantedEars(settings));
            case OPENAI -> servers.hearing();
            case SHERPA -> local.get();
        };
    }

    private HearingEngine withoutKey() {
        HearingEngine model = local.get();
        return model.obstacle().isEmpty()
                ? model
                : servers.hearingHere().orElseGet(() -> new NoHearing(false, LocalSpeech.wantedEars(settings)));
    }

    private static boolean isNamed(Settings settings) {
        return settings.recognition().engine() != RecognitionEngine.AUTO;
    }

    /** Whether there is a recognizer. */
    public boolean isPossible() {
        return engine().obstacle().isEmpty();
    }

    /** Why nothing can be heard, and what to do, in one line. */
    public Optional<String> obstacle() {
        return engine().obstacle();
    }

    /** The model that recognizes speech now. */
    public String name() {
        return engine().name();
    }

    /** Who understands speech, in a few words. */
    public String title() {
        return tr("voice input: %s", engine().title());
    }

    boolean isAutomatic() {
        return !isNamed(settings);
    }

    boolean isPriced() {
        return engine().isPriced();
    }

    /** As {@link HearingEngine#mostAtOnce}. */
    public int mostAtOnce() {
        return engine().mostAtOnce();
    }

    void warm() {
        engine().warm(language);
    }

    /** What was missing may be here now. Blocks as the first time; then prepares for the first talk. */
    void lookAgain() {
        HearingEngine found = choose();
        synchronized (this) {
            chosen = found;
        }
        warm();
    }

    /** The local model that would make hearing possible; empty where it is, or where settings want another engine. */
    Optional<String> missingModel() {
        return engine().missingModel();
    }

    /** What is spoken; detected when empty. */
    public Optional<String> language() {
        return language;
    }

    /** What is spoken, from the next talk on; detected when empty. */
    void expect(Optional<String> spoken) {
        language = spoken;
    }

    /**
     * From now on recognizers expect these words, which are in {@code file}. Blocks while a service is asked.
     *
     * @throws dev.voicebot.outcome.AssistantException CREDENTIALS without a key; what the service refuses
     */
    public void expectWords(Path file, List<String> words) {
        engine().expectWords(file, words);
    }

    /**
     * Speech to text.
     *
     * @throws dev.voicebot.outcome.AssistantException of kind CREDENTIALS where there is no recognizer
     */
    public SpeechRecognizer recognizer() {
        return recognizer(List::of);
    }

    /** The same for a conversation, whose turns so far help to hear names and terms. */
    public SpeechRecognizer recognizer(Supplier<List<Exchange>> context) {
        return engine().recognizer(new HearingEngine.Request(language, Optional.empty(), context));
    }

    /** The same; each sentence has its translation where {@code recognition.translate_to} asks for one. */
    public SpeechRecognizer translatingRecognizer() {
        Optional<String> wanted = settings.recognition().translateTo();
        SpeechRecognizer recognizer = engine().recognizer(new HearingEngine.Request(language, wanted, List::of));
        return wanted.map(code -> translator.apply(recognizer, code)).orElse(recognizer);
    }

    /** As {@link HearingEngine#service}. */
    Service service(Supplier<SpeechSynthesizer> voice) {
        return engine().service(language, voice);
    }
}
