package dev.voicebot.engine.openai;

import dev.voicebot.audio.Recording;
import dev.voicebot.audio.SpeechDetection;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.recognition.Transcript;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Speech to text by any server with {@code /audio/transcriptions}, or by whisper.cpp's. These take whole utterances; what
 * is still being said is sent again as it grows. Any thread, several at once.
 */
public final class OpenAiRecognizer implements SpeechRecognizer, AutoCloseable {
    private final Transcriptions transcriptions;
    private final Hearing hearing;
    private final Transcriptions.Hints hints;

    /**
     * What to listen for.
     *
     * @param detection tells speech from everything else
     * @param silence ends an utterance
     */
    public record Hearing(SpeechDetection detection, Duration silence) {}

    /** Opens nothing yet; detects the language. */
    public OpenAiRecognizer(SpeechParameters parameters, Hearing hearing) {
        this(new Transcriptions(parameters), hearing, Transcriptions.Hints.NONE);
    }

    private OpenAiRecognizer(Transcriptions transcriptions, Hearing hearing, Transcriptions.Hints hints) {
        this.transcriptions = transcriptions;
        this.hearing = hearing;
        this.hints = hints;
    }

    /** The same, over the same connection, where {@code language} is spoken (detected when empty), with these words in it. */
    public OpenAiRecognizer expecting(Optional<String> language, List<String> words) {
        return new OpenAiRecognizer(transcriptions, hearing, new Transcriptions.Hints(language, words));
    }

    @Override
    public Transcript listen(Recording sound, Consumer<Transcript> updates, Cancellation cancellation) {
        cancellation.throwIfCancelled();
        return new TranscribedTalk(transcriptions, hints, hearing, updates, cancellation).listen(sound);
    }

    /** The model that hears; empty before the server was asked for its list. */
    public String model() {
        return transcriptions.client().model();
    }

    @Override
    public void close() {
        transcriptions.close();
    }
}
