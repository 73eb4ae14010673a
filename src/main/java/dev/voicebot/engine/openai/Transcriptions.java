package dev.voicebot.engine.openai;

import com.openai.client.OpenAIClient;
import com.openai.core.MultipartField;
import com.openai.core.http.HttpResponse;
import com.openai.errors.NotFoundException;
import com.openai.models.audio.AudioResponseFormat;
import com.openai.models.audio.transcriptions.TranscriptionCreateParams;
import dev.voicebot.audio.WavInMemory;
import dev.voicebot.engine.openai.SpeechModels.Purpose;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.recognition.UtteranceCutter.Piece;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Asks a server what is said in pieces of sound. Any thread. */
final class Transcriptions implements AutoCloseable {
    private static final int MOST_BYTES = 1 << 20; // of an answer

    /** What whisper.cpp's server calls the language it is to detect; it takes English for granted otherwise. */
    private static final String DETECTED = "auto";

    private final SpeechClient client;
    private volatile boolean isWhisperCpp; // found out by the first request

    /**
     * What helps to understand.
     *
     * @param language what is spoken; detected when empty
     * @param words that are likely to be said
     */
    record Hints(Optional<String> language, List<String> words) {
        static final Hints NONE = new Hints(Optional.empty(), List.of());

        Hints {
            words = List.copyOf(words);
        }
    }

    Transcriptions(SpeechParameters parameters) {
        this.client = new SpeechClient(parameters, Purpose.HEARING);
    }

    SpeechClient client() {
        return client;
    }

    /** What is said in {@code piece}; blocks for a round trip. Empty where nothing is said. */
    String of(Piece piece, Hints hints, Cancellation cancellation) {
        byte[] wav = WavInMemory.of(piece.sound());
        String body = client.ask((server, model) -> send(server, model, wav, hints), cancellation);
        return TranscriptText.in(body)
                .orElseThrow(
                        () -> client.faults().strange(ServerError.inText(body).message(), null));
    }

    private String send(OpenAIClient server, String model, byte[] wav, Hints hints) throws IOException {
        if (isWhisperCpp) {
            return body(server, inference(wav, model, hints));
        }
        try {
            return body(server, request(wav, model, hints).build());
        } catch (NotFoundException unknown) {
            String answer = bodyOr(unknown, server, inference(wav, model, hints));
            isWhisperCpp = true;
            return answer;
        }
    }

    /** Throws {@code unknown} where the server does not know that path either. */
    private static String bodyOr(NotFoundException unknown, OpenAIClient server, TranscriptionCreateParams request)
            throws IOException {
        try {
            return body(server, request);
        } catch (NotFoundException e) {
            unknown.addSuppressed(e);
            throw unknown;
        }
    }

    private static TranscriptionCreateParams inference(byte[] wav, String model, Hints hints) {
        return request(wav, model, hints)
                .language(hints.language().orElse(DETECTED))
                .putAdditionalHeader(OtherPath.MARK, OtherPath.INFERENCE)
                .build();
    }

    /** A request is sent once: its sound is a stream. */
    private static TranscriptionCreateParams.Builder request(byte[] wav, String model, Hints hints) {
        TranscriptionCreateParams.Builder request = TranscriptionCreateParams.builder()
                .file(MultipartField.<InputStream>builder()
                        .value(new ByteArrayInputStream(wav))
                        .filename("talk.wav")
                        .contentType("audio/wav")
                        .build())
                .model(model)
                .responseFormat(AudioResponseFormat.JSON);
        hints.language().ifPresent(request::language);
        if (!hints.words().isEmpty()) {
            request.prompt(String.join(", ", hints.words()));
        }
        return request;
    }

    private static String body(OpenAIClient server, TranscriptionCreateParams request) throws IOException {
        try (HttpResponse response =
                server.audio().transcriptions().withRawResponse().create(request)) {
            return new String(response.body().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
