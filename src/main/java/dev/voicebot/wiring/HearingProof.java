package dev.voicebot.wiring;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.RecognitionSettings;
import dev.voicebot.language.WrittenLanguage;
import dev.voicebot.localmodels.MeasuredSpeeds;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.recognition.Transcript;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.Voice;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds out whether a recognizer hears: lets it hear a spoken second and expects words back. That a service accepts a
 * task proves nothing.
 */
final class HearingProof implements Service.Question {
    static final String ENGLISH = "The weather is fine today.";

    private final Supplier<SpeechSynthesizer> voice;
    private final Supplier<SpeechRecognizer> recognizer;
    private final Optional<String> language;
    private final boolean isTimed;

    /** {@code voice} says the words; {@code language} is what the recognizer expects, detected when empty. */
    HearingProof(Supplier<SpeechSynthesizer> voice, Supplier<SpeechRecognizer> recognizer, Optional<String> language) {
        this(voice, recognizer, language, false);
    }

    private HearingProof(
            Supplier<SpeechSynthesizer> voice,
            Supplier<SpeechRecognizer> recognizer,
            Optional<String> language,
            boolean isTimed) {
        this.voice = voice;
        this.recognizer = recognizer;
        this.language = language;
        this.isTimed = isTimed;
    }

    /** The same, which also says how much of real time it took. */
    HearingProof timed() {
        return new HearingProof(voice, recognizer, language, true);
    }

    @Override
    public Service.Answer ask(Cancellation cancellation) {
        Transcript heard;
        double factor;
        try (SpeechSynthesizer speaking = voice.get();
                SpokenSound sound = SpokenSound.of(words(), speaking, Voice.DEFAULT, cancellation)) {
            SpeechRecognizer ready = recognizer.get();
            Duration length = sound.length();
            long begin = System.nanoTime();
            heard = ready.listen(sound, update -> {}, cancellation);
            factor = ModelTrial.factor(begin, length);
        }
        if (heard.isEmpty()) {
            throw new AssistantException(
                    FaultKind.SERVICE,
                    tr(
                            "The service received a spoken sentence but returned no words. Choose another %s.",
                            RecognitionSettings.MODEL.key()));
        }
        String answer = tr("heard: %s", heard.text());
        return new Service.Answer(
                true, isTimed ? tr("%s (%s of real time)", answer, MeasuredSpeeds.words(factor)) : answer);
    }

    private String words() {
        return language.filter(WrittenLanguage::isChineseCode).isPresent() ? "今天天气很好。" : ENGLISH;
    }
}
