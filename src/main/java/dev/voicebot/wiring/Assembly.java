package dev.voicebot.wiring;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.audio.AudioOutput;
import dev.voicebot.audio.PlaybackMeter;
import dev.voicebot.audio.SilentOutput;
import dev.voicebot.audio.SoundDevice;
import dev.voicebot.chat.ChatHistory;
import dev.voicebot.chat.ChatModel;
import dev.voicebot.chat.ChatUsage;
import dev.voicebot.chat.Exchange;
import dev.voicebot.config.FallbackVoice;
import dev.voicebot.config.RecognitionEngine;
import dev.voicebot.config.Settings;
import dev.voicebot.config.SynthesisEngine;
import dev.voicebot.engine.dashscope.RecognitionReports;
import dev.voicebot.engine.dashscope.VoiceCatalog;
import dev.voicebot.engine.espeak.EspeakSynthesizer;
import dev.voicebot.models.OfferedModel;
import dev.voicebot.models.OfferedModel.Part;
import dev.voicebot.network.Certificates;
import dev.voicebot.network.Network;
import dev.voicebot.network.Proxies;
import dev.voicebot.network.Route;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.recognition.TranslatingRecognizer;
import dev.voicebot.recordings.RecordingArchive;
import dev.voicebot.service.Retries;
import dev.voicebot.synthesis.KnownVoice;
import dev.voicebot.synthesis.SpeechStream;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.Voice;
import dev.voicebot.threads.Worker;
import dev.voicebot.trace.WireTrace;
import dev.voicebot.turn.Conversation;
import dev.voicebot.turn.ReplyKeeper;
import dev.voicebot.turn.SpeechManner;
import dev.voicebot.turn.SpeechOutput;
import dev.voicebot.turn.TurnKeeper;
import dev.voicebot.turn.TurnRehearsal;
import dev.voicebot.wording.Numerals;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settings become engines, devices and a conversation here, each when it is first asked for; closes what it made. */
public final class Assembly implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Assembly.class);
    private static final String EMBEDDED_VOICE = "espeak-ng";

    private final Settings settings;
    private final Path cache;
    private final Clock clock;
    private final Devices devices;
    private final MicrophoneSearch microphoneSearch = new MicrophoneSearch(Duration.ofMillis(300));
    private final NoticeBoard notices = new NoticeBoard();
    private final CloudModels models;
    private final CloudSpeech cloud;
    private final ChatChoice chat;
    private final PlaybackMeter playback = new PlaybackMeter();
    // exchanged by the screen, read by the next talk or turn
    private volatile Optional<String> language;
    private volatile Optional<String> inputDevice;
    private volatile Optional<String> outputDevice;
    private volatile BiConsumer<String, ChatUsage> tokens = (model, used) -> {}; // set once, read by any thread
    private final Deque<AutoCloseable> opened = new ConcurrentLinkedDeque<>(); // any thread

    private Assembly(
            Settings settings,
            Path cache,
            Clock clock,
            Map<String, String> help,
            Devices devices,
            Optional<Tracing> tracing) {
        this.settings = settings;
        Network network = network(settings, tracing);
        this.cache = cache;
        this.clock = clock;
        this.language = settings.recognition().language();
        this.inputDevice = settings.audio().inputDevice();
        this.outputDevice = settings.audio().outputDevice();
        this.devices = devices;
        this.models = new CloudModels(settings, network, cache.resolve("models"), clock, notices);
        opened.push(models);
        this.cloud = new CloudSpeech(settings, models, network, new RecognitionReports(notices, this::count));
        this.chat = new ChatChoice(
                settings, models.chat(), network, clock, help, List.of(voiceEngine(), recognitionEngine()));
    }

    /**
     * Opens nothing yet.
     *
     * @param cache where the embedded voice may be unpacked
     * @param help what each command does, by its name, for the built-in guide
     */
    public static Assembly of(Settings settings, Path cache, Clock clock, Map<String, String> help) {
        return of(settings, cache, clock, help, Devices.OF_THIS_MACHINE);
    }

    /** The same with other ears and another mouth. */
    public static Assembly of(Settings settings, Path cache, Clock clock, Map<String, String> help, Devices devices) {
        return of(settings, cache, clock, help, devices, Optional.empty());
    }

    /** The same; what goes to and from services may be written down, which begins at once. */
    public static Assembly of(
            Settings settings,
            Path cache,
            Clock clock,
            Map<String, String> help,
            Devices devices,
            Optional<Tracing> tracing) {
        return new Assembly(settings, cache, clock, help, devices, tracing);
    }

    private Network network(Settings settings, Optional<Tracing> tracing) {
        Settings.Network wanted = settings.network();
        Proxies proxies =
                new Proxies(wanted.proxy().map(URI::create), wanted.noProxy().orElse(""));
        Optional<Certificates> certificates =
                wanted.certificates().map(file -> Certificates.with(Path.of(file), "network.certificates"));
        Retries retries = new Retries(wanted.retries(), notices);
        Network direct = new Network(Route.DIRECT, proxies, certificates, retries);
        return tracing.map(it -> new Network(traced(it, direct), proxies, certificates, retries))
                .orElse(direct);
    }

    private Route traced(Tracing wanted, Network network) {
        WireTrace trace = wanted.start(settings, network);
        opened.push(trace); // first, and so the last to be closed
        return trace;
    }

    public Settings settings() {
        return settings;
    }

    /** From now on {@code reader} receives lines for the user that come up at any time, on any thread. */
    public void readNotices(Consumer<String> reader) {
        notices.readBy(reader);
    }

    /** {@code reader} receives from now on a model and what it took, beside the answers of a conversation; any thread. */
    public void readTokens(BiConsumer<String, ChatUsage> reader) {
        tokens = reader;
    }

    private void count(String model, ChatUsage used) {
        tokens.accept(model, used);
    }

    /** A conversation by the chosen model, spoken and saved as the settings say. */
    public Conversation conversation() {
        return conversation(TurnKeeper.NONE);
    }

    /** The same; {@code keeper} is told of every turn. */
    public Conversation conversation(TurnKeeper keeper) {
        ChatChoice.Chosen chosen = chat.chosen();
        opened.push(chosen.close());
        Optional<SpeechOutput> speech =
                settings.synthesis().enabled() ? Optional.of(speech(SpeechTarget.USUAL)) : Optional.empty();
        Conversation conversation = new Conversation(
                chosen.model(),
                new ChatHistory(settings.chat().historyTurns()),
                settings.chat().systemPrompt(),
                speech,
                keeper);
        if (speech.isPresent() && cloudVoice() && settings.synthesis().fallback() == FallbackVoice.ESPEAK) {
            conversation.speakInstead(this::embeddedSpeech);
        }
        conversation.preempt(
                switch (settings.chat().preemptive()) {
                    case ON -> true;
                    case OFF -> false;
                    case AUTO -> chosen.isFree();
                });
        return conversation;
    }

    /** What of {@code conversation}, which is this assembly's, can be exchanged while it goes on. */
    public LiveSettings live(Conversation conversation) {
        InBackground<List<KnownVoice>> found = InBackground.compute(Worker.VOICES, this::knownVoices, List.of());
        Supplier<List<KnownVoice>> voices = cloudVoice() ? this::knownVoices : found::soFar; // the model may change
        return new LiveEngines(this, conversation, chat.chosen().server(), () -> models.known(Part.CHAT), voices)
                .settings();
    }

    private List<KnownVoice> knownVoices() {
        return cloudVoice() ? VoiceCatalog.of(models.synthesis().model()) : new EspeakSynthesizer(cache).voices();
    }

    /** What is spoken; detected when empty. */
    public Optional<String> language() {
        return language;
    }

    /** What is spoken, from the next talk on; detected when empty. */
    void hear(Optional<String> spoken) {
        language = spoken;
    }

    Optional<String> inputDevice() {
        return inputDevice;
    }

    void hearThrough(Optional<String> device) {
        inputDevice = device;
    }

    Optional<String> outputDevice() {
        return outputDevice;
    }

    void speakThrough(Optional<String> device) {
        outputDevice = device;
    }

    /**
     * What the service offers, with prices; asks it when that is not known. Blocks for {@code patience} at most.
     *
     * @throws AssistantException CREDENTIALS without a key; what the service refuses
     */
    public List<OfferedModel> offeredModels(Duration patience) {
        return models.catalog()
                .orElseThrow(() -> new AssistantException(
                        FaultKind.CREDENTIALS,
                        "Listing models needs a DashScope key. Run: export DASHSCOPE_API_KEY=sk-…"))
                .fetch(patience);
    }

    /** What the service is known to take for one unit of that name, as {@code [prices]} has it; returns at once. */
    public Optional<Double> price(String name) {
        return models.price(name);
    }

    /** The models in use that are not free. */
    public List<String> pricedModels() {
        List<String> priced = new ArrayList<>();
        chat.chosen()
                .server()
                .filter(server -> !server.parameters().isFree())
                .ifPresent(server -> priced.add(server.name()));
        if (hears()) {
            priced.add(recognitionEngineName());
        }
        if (settings.synthesis().enabled() && cloudVoice()) {
            priced.add(voiceEngineName());
        }
        return priced;
    }

    /** Whether there is a recogniser. */
    public boolean hears() {
        return settings.hears();
    }

    /** Loads the engines and opens their connections on threads of their own: a cold start costs a second. */
    public void warm(Conversation conversation) {
        Worker.WARM.start(() -> chat.chosen().warm().run());
        if (settings.synthesis().enabled()) {
            Worker.WORDS.start(() -> {
                TurnRehearsal.run();
                conversation.openVoice();
            });
        }
        if (hears()) {
            models.refresh();
            microphoneSearch.announce();
            Worker.DEVICES.start(
                    () -> microphoneSearch.run(this::microphones)); // or the first talk begins a tenth of a second late
        }
    }

    /** Why talking cannot work, and what to do, in one line; of the microphone what {@link #warm} has found. */
    public Optional<String> obstacleToTalking() {
        return hears() ? microphoneSearch.obstacle() : Optional.of(CloudSpeech.needsKey("Voice input"));
    }

    /** Voice, speaker and file for something spoken. */
    public SpeechOutput speech(SpeechTarget target) {
        AudioOutput speaker = target.play() ? speaker() : new SilentOutput();
        return new SpeechOutput(
                synthesizer(), voiceEngineName(), voice(), speaker, keeper(target), manner(numerals(cloudVoice())));
    }

    /** Speech that needs no service. */
    private SpeechOutput embeddedSpeech() {
        Settings.Synthesis wanted = settings.synthesis();
        SpeechSynthesizer espeak = embeddedVoice();
        opened.push(espeak);
        return new SpeechOutput(
                espeak,
                EMBEDDED_VOICE,
                new Voice("", wanted.rate(), wanted.pitch(), wanted.volume()),
                speaker(),
                keeper(SpeechTarget.USUAL),
                manner(numerals(false)));
    }

    private SpeechManner manner(Numerals numerals) {
        Settings.Speech speech = settings.speech();
        SpeechManner.Code code = SpeechManner.Code.valueOf(speech.code().name());
        return new SpeechManner(code, settings.pronunciations(), numerals, speech.oralPrompt());
    }

    /** The cloud's voices read numbers well by themselves; espeak only counts. */
    private Numerals numerals(boolean isCloud) {
        if (!settings.speech().numbers()) {
            return Numerals.AS_WRITTEN;
        }
        return isCloud ? Numerals.DIGITS : Numerals.WORDS;
    }

    /** How the voice that is chosen sounds. */
    public Voice voice() {
        Settings.Synthesis synthesis = settings.synthesis();
        return new Voice(voiceName(), synthesis.rate(), synthesis.pitch(), synthesis.volume());
    }

    /** What is to be told of the voice that is chosen, where its engine is not known to have it. Reads files. */
    public Optional<String> doubtVoice() {
        String name = voiceName();
        return settings.synthesis().enabled() && !name.isEmpty() ? doubtVoice(name, knownVoices()) : Optional.empty();
    }

    Optional<String> doubtVoice(String name, List<KnownVoice> known) {
        if (cloudVoice() && VoiceCatalog.knows(name)) {
            return Optional.empty();
        }
        return cloudVoice()
                ? KnownNames.doubtCloudVoice(name, known, voiceEngineName())
                : KnownNames.doubtEspeakVoice(name, known, EMBEDDED_VOICE);
    }

    /** A voice that is not known cannot be there: so with espeak; in the cloud users have voices of their own. */
    public boolean knowsAllVoices() {
        return !cloudVoice();
    }

    /** The known voices by their engine's name: the chosen one's, then the embedded one's. Reads files. */
    public Map<String, List<KnownVoice>> voices() {
        Map<String, List<KnownVoice>> voices = new LinkedHashMap<>();
        if (cloudVoice()) {
            voices.put(voiceEngineName(), VoiceCatalog.of(models.synthesis().model()));
        }
        voices.put(EMBEDDED_VOICE, new EspeakSynthesizer(cache).voices());
        return voices;
    }

    public AudioOutput speaker() {
        AudioOutput speaker = playback.on(devices.speaker(outputDevice));
        opened.push(speaker);
        return speaker;
    }

    /** How loud the speakers are that were made here. */
    public PlaybackMeter playback() {
        return playback;
    }

    /** Each recording is taken from the device that is chosen then. */
    public AudioInput microphone() {
        return () -> devices.microphone(settings.audio(), inputDevice).start();
    }

    /**
     * Where sound can come from, the default first. Waits a few seconds at most.
     *
     * @throws AssistantException of kind AUDIO_DEVICE when the sound server does not answer
     */
    public List<SoundDevice> microphones() {
        return devices.microphones(inputDevice);
    }

    /** Where sound can go to; as {@link #microphones}. */
    public List<SoundDevice> speakers() {
        return devices.speakers(outputDevice);
    }

    public RecordingArchive archive() {
        return new RecordingArchive(settings.recordings().directory(), clock);
    }

    /**
     * Who answers, and how to find out whether it would; looks for a local server, which takes a moment.
     *
     * @throws AssistantException of kind CREDENTIALS without the key it needs
     */
    public Service chatService() {
        Service service = chat.service();
        opened.push(chat.chosen().close());
        return service;
    }

    /** Who understands speech, and how to find out whether it would; throws as {@link #chatService}. */
    public Service recognitionService() {
        if (!hears() && settings.recognition().engine() == RecognitionEngine.AUTO) {
            return Service.builtIn(
                    "none",
                    cancellation -> new Service.Answer(
                            false,
                            "Voice input needs a DashScope key. Run: export DASHSCOPE_API_KEY=sk-…, then"
                                    + " restart."));
        }
        return cloud.recognitionService(language, () -> new EspeakSynthesizer(cache));
    }

    /** Which region the key belongs to, and how to find out whether it does; none without a key. */
    public Optional<Service> regionService() {
        return cloud.regionService();
    }

    /** Who speaks, and how to find out whether it would; throws as {@link #chatService}. */
    public Service synthesisService() {
        if (!settings.synthesis().enabled()) {
            return Service.builtIn(
                    "off",
                    cancellation ->
                            new Service.Answer(true, "replies are not spoken (synthesis.enabled =" + " false)"));
        }
        if (!cloudVoice()) {
            return Service.builtIn(EMBEDDED_VOICE + " (built-in)", this::sayWord);
        }
        return cloud.synthesisService(voice());
    }

    private Service.Answer sayWord(Cancellation cancellation) {
        AtomicInteger samples = new AtomicInteger();
        try (SpeechSynthesizer voice = new EspeakSynthesizer(cache);
                SpeechStream stream =
                        voice.open(voice(), frame -> samples.addAndGet(frame.samples().length), cancellation)) {
            stream.write("ready");
            stream.finish();
        }
        return samples.get() > 0
                ? new Service.Answer(true, "ready")
                : new Service.Answer(false, "No sound. Check synthesis.voice.");
    }

    /**
     * Speech to text.
     *
     * @throws AssistantException of kind CREDENTIALS without a key: there is no embedded recogniser yet
     */
    public SpeechRecognizer recognizer() {
        return recognizer(List::of);
    }

    /** The same for a conversation, whose turns so far help to hear names and terms. */
    public SpeechRecognizer recognizer(Supplier<List<Exchange>> context) {
        return cloud.recognizer(language, Optional.empty(), context);
    }

    /** The same; each sentence has its translation where {@code recognition.translate_to} asks for one. */
    public SpeechRecognizer translatingRecognizer() {
        Optional<String> wanted = settings.recognition().translateTo();
        SpeechRecognizer recognizer = cloud.recognizer(language, wanted, List::of);
        return wanted.<SpeechRecognizer>map(code -> new TranslatingRecognizer(
                        recognizer, new ChatTranslator(this::interpreter, this::count), code, notices))
                .orElse(recognizer);
    }

    private ChatModel interpreter() {
        ChatChoice.Chosen chosen = chat.chosen();
        if (chosen.server().isEmpty()) {
            throw new AssistantException(
                    FaultKind.SETTINGS,
                    recognitionEngineName() + " does not translate, and the built-in guide does not either."
                            + " Set chat.engine.");
        }
        return chosen.model();
    }

    /**
     * From now on recognisers expect these words, which stand in {@code file}. Blocks while the service is asked.
     *
     * @throws AssistantException CREDENTIALS without a key; what the service refuses
     */
    public void expectWords(Path file, List<String> words) {
        cloud.expectWords(file, words, cache);
    }

    /** Who answers, in a few words. */
    public String chatEngine() {
        return "chat: " + chat.chosen().name();
    }

    /** Who speaks, in a few words. */
    public String voiceEngine() {
        if (!settings.synthesis().enabled()) {
            return "voice: off";
        }
        return "voice: " + voiceEngineName() + (cloudVoice() ? "" : " (built-in)");
    }

    /** Who understands speech, in a few words. */
    public String recognitionEngine() {
        return "voice input: " + (hears() ? recognitionEngineName() : "off (needs DASHSCOPE_API_KEY)");
    }

    /** Whether any of them was chosen by {@code auto}. */
    public boolean choosesByItself() {
        return chat.isAutomatic()
                || settings.synthesis().engine() == SynthesisEngine.AUTO
                || settings.recognition().engine() == RecognitionEngine.AUTO;
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                LOG.warn("cannot close", e);
            }
        }
    }

    /** The model that speaks now. */
    public String voiceEngineName() {
        return cloudVoice() ? models.synthesis().model() : EMBEDDED_VOICE;
    }

    /** The model that recognizes speech now. */
    public String recognitionEngineName() {
        return models.recognition().model();
    }

    /** Text to speech by the engine that is chosen. */
    public SpeechSynthesizer synthesizer() {
        SpeechSynthesizer synthesizer = cloudVoice() ? cloud.synthesizer() : embeddedVoice();
        opened.push(synthesizer);
        return synthesizer;
    }

    private SpeechSynthesizer embeddedVoice() {
        EspeakSynthesizer espeak = new EspeakSynthesizer(cache);
        espeak.warm();
        return espeak;
    }

    boolean cloudVoice() {
        return switch (settings.synthesis().engine()) {
            case AUTO -> hears();
            case DASHSCOPE -> true;
            case ESPEAK -> false;
        };
    }

    /** Empty for the engine's own. */
    private String voiceName() {
        String name = settings.synthesis().voice();
        return name.equals(Settings.AUTO) ? "" : name;
    }

    private Optional<ReplyKeeper> keeper(SpeechTarget target) {
        if (target.file().isPresent()) {
            Path file = target.file().get();
            return Optional.of((details, sampleRate) -> RecordingArchive.saveAs(file, sampleRate));
        }
        return settings.recordings().enabled() ? Optional.of(archive()::start) : Optional.empty();
    }
}
