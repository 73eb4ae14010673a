package dev.voicebot.wiring;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.WakeWord;
import dev.voicebot.chat.ChatHistory;
import dev.voicebot.chat.ChatModel;
import dev.voicebot.chat.ChatUsage;
import dev.voicebot.config.ChatSettings;
import dev.voicebot.config.FallbackVoice;
import dev.voicebot.config.Folders;
import dev.voicebot.config.Settings;
import dev.voicebot.engine.dashscope.RecognitionReports;
import dev.voicebot.localmodels.LocalModel;
import dev.voicebot.localmodels.MeasuredSpeeds;
import dev.voicebot.models.OfferedModel.Part;
import dev.voicebot.network.Network;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.recognition.TranslatingRecognizer;
import dev.voicebot.recordings.RecordingArchive;
import dev.voicebot.threads.Worker;
import dev.voicebot.turn.Conversation;
import dev.voicebot.turn.SpeechOutput;
import dev.voicebot.turn.TurnKeeper;
import dev.voicebot.turn.TurnRehearsal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Settings become engines, devices and a conversation here, each when it is first asked for; closes what it made. */
public final class Assembly implements AutoCloseable {
    private final Settings settings;
    private final NoticeBoard notices = new NoticeBoard();
    private final OpenedParts opened = new OpenedParts();
    private final CloudModels models;
    private final CloudAccess cloud;
    private final SoundDevices devices;
    private final SpeechSense speechSense;
    private final TurnSense turnSense;
    private final RecordingArchive archive;
    private final Network network;
    private final LocalModels localModels;
    private final LocalSpeech local;
    private final PiperVoice piper;
    private final EspeakVoice embedded;
    private final VoiceChoice voice;
    private final HearingChoice hearing;
    private final ChatChoice chat;
    private final Services services;
    private volatile BiConsumer<String, ChatUsage> tokens = (model, used) -> {}; // set once, read by any thread

    private Assembly(
            Settings settings,
            Folders folders,
            Clock clock,
            Map<String, String> help,
            Devices devices,
            Optional<Tracing> tracing) {
        this.settings = settings;
        Path cache = folders.cache();
        this.network = ServiceNetwork.of(settings, tracing, notices, opened);
        this.localModels = new LocalModels(settings.models(), network);
        this.models = opened.add(new CloudModels(settings, network, cache.resolve("models"), clock, notices));
        this.cloud = new CloudAccess(settings.dashscope(), network);
        this.devices = new SoundDevices(devices, settings.audio(), opened);
        this.speechSense = new SpeechSense(cache, settings.handsFree().threshold());
        this.turnSense = new TurnSense(localModels.store(), cache);
        this.archive = new RecordingArchive(settings.recordings().directory(), clock);
        this.embedded = new EspeakVoice(cache);
        ServerSpeech servers = new ServerSpeech(settings, network, speechSense, opened);
        this.local = opened.add(new LocalSpeech(localModels, settings, notices));
        this.piper = new PiperVoice(localModels.store(), cache);
        RecognitionReports reports = new RecognitionReports(notices, this::count);
        this.voice = new VoiceChoice(
                settings,
                new CloudVoice(cloud, models, settings.synthesis().sampleRate(), reports.notices()),
                this.local::voice,
                embedded,
                servers,
                piper,
                this.devices,
                archive,
                opened);
        this.hearing = new HearingChoice(
                settings,
                () -> new CloudHearing(cloud, models, settings.recognition(), reports, cache),
                this.local::hearing,
                servers,
                this::translating);
        this.chat = new ChatChoice(
                settings, models.chat(), network, clock, help, () -> List.of(voice.title(), hearing.title()));
        this.services = new Services(chat, voice, hearing, cloud, models, embedded, opened);
    }

    /**
     * Opens nothing yet.
     *
     * @param folders where the embedded voice may be unpacked, and where models are
     * @param help what each command does, by its name, for the built-in guide
     */
    public static Assembly of(Settings settings, Folders folders, Clock clock, Map<String, String> help) {
        return of(settings, folders, clock, help, Devices.OF_THIS_MACHINE);
    }

    /** The same with other ears and another mouth. */
    public static Assembly of(
            Settings settings, Folders folders, Clock clock, Map<String, String> help, Devices devices) {
        return of(settings, folders, clock, help, devices, Optional.empty());
    }

    /** The same; what goes to and from services may be written down, which begins at once. */
    public static Assembly of(
            Settings settings,
            Folders folders,
            Clock clock,
            Map<String, String> help,
            Devices devices,
            Optional<Tracing> tracing) {
        return new Assembly(settings, folders, clock, help, devices, tracing);
    }

    public Settings settings() {
        return settings;
    }

    /** The services behind the engines. */
    public Services services() {
        return services;
    }

    /** Who understands speech. */
    public HearingChoice hearing() {
        return hearing;
    }

    /** Who speaks. */
    public VoiceChoice voice() {
        return voice;
    }

    public SoundDevices devices() {
        return devices;
    }

    /** Tells speech from noise. */
    public SpeechSense speechSense() {
        return speechSense;
    }

    /** Hears whether a turn is over. */
    public TurnSense turnSense() {
        return turnSense;
    }

    /** What wakes hands-free, where it is to be asleep until then; loads nothing yet. */
    public Optional<WakeWord> wakeWord() {
        return settings.handsFree().wakeWord().map(local::wakeWord);
    }

    /** Whether {@code address} may be looked up and connected to by another than its engine. */
    public boolean mayReach(URI address) {
        return network.reach().allowsLookUp(String.valueOf(address.getHost()));
    }

    /** The models that run on this machine. */
    public LocalModels localModels() {
        return localModels;
    }

    /**
     * How much of real time a model that was pulled takes here, which {@code auto} heeds from then on; empty for one that
     * neither hears nor speaks. Blocks while it does a sentence.
     *
     * @throws AssistantException where the model does not work
     */
    public Optional<Double> measure(LocalModel model, Cancellation cancellation) {
        Optional<Double> factor = new ModelTrial(local, piper, embedded::open).factor(model, cancellation);
        factor.ifPresent(found -> new MeasuredSpeeds(localModels.store()).keep(model.name(), found));
        return factor;
    }

    public RecordingArchive archive() {
        return archive;
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

    private SpeechRecognizer translating(SpeechRecognizer recognizer, String code) {
        return new TranslatingRecognizer(recognizer, new ChatTranslator(this::interpreter, this::count), code, notices);
    }

    private ChatModel interpreter() {
        ChatChoice.Chosen chosen = chat.chosen();
        if (chosen.server().isEmpty()) {
            throw new AssistantException(
                    FaultKind.SETTINGS,
                    tr(
                            "%s does not translate, and the built-in guide does not either. Set %s.",
                            hearing.name(), ChatSettings.ENGINE.key()));
        }
        return chosen.model();
    }

    /** A conversation by the chosen model, spoken and saved as the settings say. */
    public Conversation conversation() {
        return conversation(TurnKeeper.NONE);
    }

    /** The same; {@code keeper} is told of every turn. */
    public Conversation conversation(TurnKeeper keeper) {
        ChatChoice.Chosen chosen = chat.chosen();
        opened.add(chosen.close());
        Optional<SpeechOutput> speech = voice.isOn() ? Optional.of(voice.speech(SpeechTarget.USUAL)) : Optional.empty();
        Conversation conversation = new Conversation(
                chosen.model(),
                new ChatHistory(settings.chat().historyTurns()),
                settings.chat().systemPrompt(),
                speech,
                keeper);
        if (speech.isPresent() && settings.synthesis().fallback() == FallbackVoice.ESPEAK) {
            voice.substitute().ifPresent(conversation::speakInstead);
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
        return new LiveEngines(
                        this, conversation, chat.chosen().server(), () -> models.known(Part.CHAT), voice.knownSoFar())
                .settings();
    }

    /** Loads the engines and opens their connections on threads of their own: a cold start costs a second. */
    public void warm(Conversation conversation) {
        Worker.WARM.start(() -> chat.chosen().warm().run());
        if (voice.isOn()) {
            Worker.WORDS.start(() -> {
                TurnRehearsal.run();
                conversation.openVoice();
            });
        }
        if (hearing.isPossible()) {
            hearing.warm();
        }
        devices.warm(voice.isOn() ? line -> tellNoSpeaker(line, conversation) : line -> {});
    }

    private void tellNoSpeaker(String line, Conversation conversation) {
        if (conversation.lacksSpeaker()) {
            notices.accept(line);
        }
    }

    /** The recognizer that can be downloaded, where there is none; hearing uses it once it is here. Reads files. */
    public Optional<RecognizerOffer> recognizerOffer() {
        return hearing.missingModel().flatMap(name -> localModels.offer(name, hearing::lookAgain));
    }

    /** What the search for microphones of {@link #warm} has found to be missing, and what to do, in one line. */
    public Optional<String> obstacleToRecording() {
        return devices.obstacle();
    }

    /** Why talking cannot work, and what to do, in one line; of the microphone what {@link #warm} has found. */
    public Optional<String> obstacleToTalking() {
        return hearing.obstacle().or(devices::obstacle);
    }

    @Override
    public void close() {
        opened.close();
    }
}
