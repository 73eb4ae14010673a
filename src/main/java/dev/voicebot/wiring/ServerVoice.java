package dev.voicebot.wiring;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.SynthesisSettings;
import dev.voicebot.engine.openai.OpenAiSynthesizer;
import dev.voicebot.engine.openai.SpeechParameters;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.synthesis.KnownVoice;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.Voice;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An OpenAI-compatible server that speaks; without {@code server} there is none.
 *
 * @param pcmRate of sound without a header, in Hz
 */
record ServerVoice(Optional<SpeechParameters> server, int pcmRate) implements VoiceEngine {
    private static final Logger LOG = LoggerFactory.getLogger(ServerVoice.class);

    @Override
    public String name() {
        return server.map(found -> found.model().orElse(found.host())).orElse("none");
    }

    @Override
    public String title() {
        return ServerSpeech.title(server, name());
    }

    @Override
    public boolean isPriced() {
        return server.flatMap(SpeechParameters::apiKey).isPresent();
    }

    @Override
    public SpeechSynthesizer open() {
        return synthesizer();
    }

    private OpenAiSynthesizer synthesizer() {
        return new OpenAiSynthesizer(
                server.orElseThrow(() -> new AssistantException(
                        FaultKind.SETTINGS,
                        tr(
                                "No server that speaks was found on this machine. Start Kokoro-FastAPI, speaches or"
                                        + " LocalAI, or set %s.",
                                SynthesisSettings.BASE_URL.key()))),
                pcmRate);
    }

    /** As far as the server lists them. */
    @Override
    public List<KnownVoice> voices() {
        try (OpenAiSynthesizer asked = synthesizer()) {
            return asked.voices(new Cancellation());
        } catch (AssistantException e) {
            LOG.debug("no list of voices: {}", e.userMessage());
            return List.of();
        }
    }

    /** Servers have more than they list. */
    @Override
    public boolean wouldKnow(String name) {
        return false;
    }

    @Override
    public Optional<String> doubt(String name, List<KnownVoice> known) {
        return Optional.empty();
    }

    @Override
    public String standardVoice() {
        return tr("chosen by the language of the text");
    }

    @Override
    public Service service(Voice voice) {
        synthesizer().close(); // throws where there is none
        return new Service(
                this::name,
                server.map(SpeechParameters::baseUrl),
                SynthesisSettings.BASE_URL.key(),
                new SpeakingProof(this::open, voice, false));
    }
}
