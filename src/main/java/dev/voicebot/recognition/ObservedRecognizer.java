package dev.voicebot.recognition;

import dev.voicebot.audio.Recording;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import java.time.Duration;
import java.util.function.Consumer;

/** A recogniser that tells of each talk when it is over, whatever its end; {@code observer} runs on the talk's thread. */
public final class ObservedRecognizer implements SpeechRecognizer {
    private final SpeechRecognizer recognizer;
    private final Consumer<Utterance> observer;

    public ObservedRecognizer(SpeechRecognizer recognizer, Consumer<Utterance> observer) {
        this.recognizer = recognizer;
        this.observer = observer;
    }

    @Override
    public Transcript listen(Recording sound, Consumer<Transcript> updates, Cancellation cancellation) {
        MeasuredRecording measured = new MeasuredRecording(sound);
        UtteranceLog log = new UtteranceLog(updates);
        try {
            Transcript transcript = recognizer.listen(measured, log, cancellation);
            log.understood(transcript);
            observer.accept(log.utterance(measured.length()));
            return transcript;
        } catch (RuntimeException e) {
            boolean isRefused =
                    e instanceof AssistantException fault && fault.kind().isRefusal();
            observer.accept(log.utterance(isRefused ? Duration.ZERO : measured.length()));
            throw e;
        }
    }
}
