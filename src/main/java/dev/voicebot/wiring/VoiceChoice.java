package dev.voicebot.wiring;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.AudioOutput;
import dev.voicebot.audio.SilentOutput;
import dev.voicebot.config.Settings;
import dev.voicebot.config.SpeechSettings;
import dev.voicebot.config.SynthesisEngine;
import dev.voicebot.config.SynthesisSettings;
import dev.voicebot.recordings.RecordingArchive;
import dev.voicebot.speakable.SpeechManner;
import dev.voicebot.synthesis.KnownVoice;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.Voice;
import dev.voicebot.turn.ReplyKeeper;
import dev.voicebot.turn.SpeechOutput;
import dev.voicebot.wording.Numerals;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Who speaks: the engine that {@code synthesis.engine} names, else the first that can work here. */
public final class VoiceChoice {
    private final Settings settings;
    private final VoiceEngine engine;
    private final VoiceEngine embedded;
    private final SoundDevices devices;
    private final RecordingArchive archive;
    private final OpenedParts opened;

    VoiceChoice(
            Settings settings,
            VoiceEngine cloud,
            Supplier<LocalVoice> local,
            VoiceEngine embedded,
            ServerSpeech servers,
            PiperVoice piper,
            SoundDevices devices,
            RecordingArchive archive,
            OpenedParts opened) {
        this.settings = settings;
        this.embedded = embedded;
        this.engine = choose(settings, cloud, local, servers, piper);
        this.devices = devices;
        this.archive = archive;
        this.opened = opened;
    }

    private VoiceEngine choose(
            Settings settings, VoiceEngine cloud, Supplier<LocalVoice> local, ServerSpeech servers, PiperVoice piper) {
        return switch (settings.synthesis().engine()) {
            case AUTO -> settings.dashscope().hasKey() ? cloud : bestHere(local.get(), piper);
            case DASHSCOPE -> cloud;
            case OPENAI -> servers.voice();
            case ESPEAK -> embedded;
            case SHERPA -> local.get();
            case PIPER -> piper;
        };
    }

    /** The best voice of those that were pulled and can keep up on this computer; else the one that needs nothing. */
    private VoiceEngine bestHere(LocalVoice local, PiperVoice piper) {
        if (local.keepsUp()) {
            return local;
        }
        return piper.keepsUp() ? piper : embedded;
    }

    /** Whether replies are spoken. */
    boolean isOn() {
        return settings.synthesis().enabled();
    }

    /** The model that speaks now. */
    public String name() {
        return engine.name();
    }

    /** Who speaks, in a few words. */
    public String title() {
        return tr("voice: %s", isOn() ? engine.title() : tr("off"));
    }

    boolean isAutomatic() {
        return settings.synthesis().engine() == SynthesisEngine.AUTO;
    }

    boolean isPriced() {
        return isOn() && engine.isPriced();
    }

    /** How the voice that is chosen sounds. */
    public Voice voice() {
        SynthesisSettings synthesis = settings.synthesis();
        return new Voice(voiceName(), synthesis.rate(), synthesis.pitch(), synthesis.volume());
    }

    /** Empty for the engine's own. */
    private String voiceName() {
        String name = settings.synthesis().voice();
        return name.equals(Settings.AUTO) ? "" : name;
    }

    /** Which voice speaks where none is chosen. */
    String standardVoice() {
        return engine.standardVoice();
    }

    /** The known voices by their engine's name: the chosen one's, then the embedded one's. Reads files. */
    public Map<String, List<KnownVoice>> known() {
        Map<String, List<KnownVoice>> voices = new LinkedHashMap<>();
        voices.put(engine.name(), engine.voices());
        voices.computeIfAbsent(embedded.name(), name -> embedded.voices());
        return voices;
    }

    Supplier<List<KnownVoice>> knownSoFar() {
        return engine.voicesSoFar();
    }

    /** What to say of the voice that is chosen, where its engine is not known to have it. Reads files. */
    public Optional<String> doubt() {
        String name = voiceName();
        return isOn() && !name.isEmpty() ? engine.doubt(name, engine.voices()) : Optional.empty();
    }

    Optional<String> doubt(String name, List<KnownVoice> known) {
        return engine.doubt(name, known);
    }

    /** Whether a voice of that name, if it is not known, cannot be there. */
    boolean wouldKnow(String name) {
        return engine.wouldKnow(name);
    }

    /** The same of the voice that is chosen. */
    public boolean wouldKnowIt() {
        return wouldKnow(voiceName());
    }

    /** Text to speech; closed with the program. */
    public SpeechSynthesizer synthesizer() {
        return opened.add(engine.open());
    }

    /** Voice, speaker and file for something spoken. */
    public SpeechOutput speech(SpeechTarget target) {
        AudioOutput speaker = target.play() ? devices.speaker() : new SilentOutput();
        return new SpeechOutput(synthesizer(), name(), voice(), speaker, keeper(target), manner(engine));
    }

    /** Speech that needs no service; none where that is spoken anyway. */
    Optional<Supplier<SpeechOutput>> substitute() {
        return engine == embedded ? Optional.empty() : Optional.of(this::embeddedSpeech);
    }

    private SpeechOutput embeddedSpeech() {
        SynthesisSettings wanted = settings.synthesis();
        return new SpeechOutput(
                opened.add(embedded.open()),
                embedded.name(),
                new Voice("", wanted.rate(), wanted.pitch(), wanted.volume()),
                devices.speaker(),
                keeper(SpeechTarget.USUAL),
                manner(embedded));
    }

    private SpeechManner manner(VoiceEngine speaking) {
        SpeechSettings speech = settings.speech();
        return new SpeechManner(
                speech.code(),
                settings.pronunciations(),
                speech.numbers() ? speaking.numerals() : Numerals.AS_WRITTEN,
                speech.oralPrompt());
    }

    private Optional<ReplyKeeper> keeper(SpeechTarget target) {
        if (target.file().isPresent()) {
            Path file = target.file().get();
            return Optional.of((details, sampleRate) -> RecordingArchive.saveAs(file, sampleRate));
        }
        return settings.recordings().enabled() ? Optional.of(archive::start) : Optional.empty();
    }

    /** As {@link VoiceEngine#service}. */
    Service service() {
        return isOn()
                ? engine.service(voice())
                : Service.builtIn(
                        tr("off"),
                        cancellation -> new Service.Answer(
                                true, tr("replies are not spoken (%s = false)", SynthesisSettings.ENABLED.key())));
    }
}
