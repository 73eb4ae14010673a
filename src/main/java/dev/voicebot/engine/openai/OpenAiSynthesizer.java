package dev.voicebot.engine.openai;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.engine.openai.SpeechModels.Purpose;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.synthesis.KnownVoice;
import dev.voicebot.synthesis.SpeechListener;
import dev.voicebot.synthesis.SpeechStream;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.Voice;
import java.util.List;

/** Text to speech by any server with {@code /audio/speech}, sentence by sentence; its sound is passed on as it comes. */
public final class OpenAiSynthesizer implements SpeechSynthesizer {
    private final SpeechClient client;
    private final ServerVoices voices;
    private final int sampleRate;

    /** Opens nothing yet; {@code sampleRate} is that of sound without a header, in Hz, which servers do not tell. */
    public OpenAiSynthesizer(SpeechParameters parameters, int sampleRate) {
        this.client = new SpeechClient(parameters, Purpose.SPEAKING);
        this.voices = new ServerVoices(client);
        this.sampleRate = sampleRate;
    }

    @Override
    public int sampleRate() {
        return sampleRate;
    }

    @Override
    public SpeechStream open(Voice voice, SpeechListener frames, Cancellation cancellation) {
        if (voice.readsSsml()) {
            throw new AssistantException(
                    FaultKind.SETTINGS,
                    tr("This server does not read SSML. Set synthesis.engine to espeak or dashscope."));
        }
        return OpenAiSpeechStream.begin(new SpokenPieces(client, voices, voice, sampleRate), frames, cancellation);
    }

    /** The voices that the server lists, as far as their names tell whose they are; blocks for a round trip. */
    public List<KnownVoice> voices(Cancellation cancellation) {
        return voices.known(cancellation);
    }

    /** The model that speaks; empty before the server was asked for its list. */
    public String model() {
        return client.model();
    }

    @Override
    public void close() {
        client.close();
    }
}
