package dev.voicebot.wiring;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.RecognitionSettings;
import dev.voicebot.language.WrittenLanguage;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.recognition.Transcript;
import dev.voicebot.synthesis.SpeechSynthesizer;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds out whether a recognizer hears: lets it hear a spoken second and expects words back. That a service accepts a
 * task proves nothing.
 */
final class HearingProof implements Service.Question {
    private final Supplier<SpeechSynthesizer> voice;
    private final Supplier<SpeechRecognizer> recognizer;
    private final Optional<String> language;

    /** {@code voice} says the words; {@code language} is what the recognizer expects, detected when empty. */
    HearingProof(Supplier<SpeechSynthesizer> voice, Supplier<SpeechRecognizer> recognizer, Optional<String> language) {
        this.voice = voice;
        this.recognizer = recognizer;
        this.language = language;
    }

    @Override
    public Service.Answer ask(Cancellation cancellation) {
        Transcript heard;
        try (SpeechSynthesizer speaking = voice.get();
                SpokenSound sound = SpokenSound.of(words(), speaking, cancellation)) {
            heard = recognizer.get().listen(sound, update -> {}, cancellation);
        }
        if (heard.isEmpty()) {
            throw new AssistantException(
                    FaultKind.SERVICE,
                    tr(
                            "The service received a spoken sentence but returned no words. Choose another %s.",
                            RecognitionSettings.MODEL.key()));
        }
        return new Service.Answer(true, tr("heard: %s", heard.text()));
    }

    private String words() {
        return language.filter(WrittenLanguage::isChineseCode).isPresent() ? "今天天气很好。" : "The weather is fine today.";
    }
}
