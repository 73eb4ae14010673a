package dev.voicebot.engine.openai;

import com.openai.client.OpenAIClient;
import com.openai.core.JsonValue;
import com.openai.core.http.HttpResponse;
import com.openai.models.audio.speech.SpeechCreateParams;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Samples;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.service.PassingFault;
import dev.voicebot.service.Retries;
import dev.voicebot.synthesis.Voice;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Has pieces of one reply spoken by a server. One thread. */
final class SpokenPieces {
    private final SpeechClient client;
    private final ServerVoices voices;
    private final Voice voice;
    private final int sampleRate;

    SpokenPieces(SpeechClient client, ServerVoices voices, Voice voice, int sampleRate) {
        this.client = client;
        this.voices = voices;
        this.voice = voice;
        this.sampleRate = sampleRate;
    }

    /** Blocks until the last frame was handed on; one that came to nothing is asked for again. */
    void speak(String piece, Consumer<PcmFrame> frames, Cancellation cancellation) {
        String name = voice.name().isEmpty() ? voices.by(piece, cancellation) : voice.name();
        Retries.Tries tries = client.parameters().network().retries().begin();
        AtomicBoolean hasBegun = new AtomicBoolean(); // of this thread
        Consumer<PcmFrame> heard = frame -> {
            hasBegun.set(true);
            frames.accept(frame);
        };
        while (!hasBegun.get()) {
            try {
                client.ask((server, model) -> stream(server, request(piece, model, name), heard), cancellation);
                if (!hasBegun.get()) {
                    throw client.faults().noSound();
                }
            } catch (PassingFault e) {
                if (hasBegun.get()) {
                    throw e; // what was heard cannot be taken back
                }
                tries.awaitNext(e, cancellation);
            }
        }
    }

    private SpeechCreateParams request(String piece, String model, String name) {
        SpeechCreateParams.Builder request = SpeechCreateParams.builder()
                .input(piece.strip())
                .model(model)
                .voice(name)
                .responseFormat(SpeechCreateParams.ResponseFormat.PCM);
        if (voice.rate() != 1) {
            request.speed(voice.rate());
        }
        if (client.parameters().apiKey().isEmpty()) { // a server of one's own: some can change the rate, none minds
            request.putAdditionalBodyProperty("sample_rate", JsonValue.from(sampleRate));
        }
        return request.build();
    }

    private boolean stream(OpenAIClient server, SpeechCreateParams request, Consumer<PcmFrame> frames)
            throws IOException {
        try (HttpResponse response = server.audio().speech().create(request)) {
            String type = response.headers().values("Content-Type").stream()
                    .findFirst()
                    .orElse("");
            SoundAnswer answer = new SoundAnswer(response.body(), type, sampleRate);
            answer.read(frame ->
                    frames.accept(new PcmFrame(Samples.amplified(frame.samples(), voice.gain()), frame.sampleRate())));
            answer.words().ifPresent(words -> {
                throw client.faults().strange(words, null);
            });
            return true;
        }
    }
}
