package dev.voicebot.wiring;

import dev.voicebot.engine.sherpa.SherpaRecognizer;
import dev.voicebot.engine.sherpa.SherpaSynthesizer;
import dev.voicebot.localmodels.LocalModel;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.Voice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Lets a local model do a sentence, to know whether this computer is fast enough for it. */
final class ModelTrial {
    private static final String SENTENCE = HearingProof.ENGLISH + " " + HearingProof.ENGLISH;

    private final LocalSpeech speech;
    private final PiperVoice piper;
    private final Supplier<SpeechSynthesizer> embedded;

    /** {@code embedded} says what recognizers hear. */
    ModelTrial(LocalSpeech speech, PiperVoice piper, Supplier<SpeechSynthesizer> embedded) {
        this.speech = speech;
        this.piper = piper;
        this.embedded = embedded;
    }

    /**
     * The time that a loaded model needs for a second of sound; empty for one that neither hears nor speaks. Blocks.
     *
     * @throws dev.voicebot.outcome.AssistantException where the model does not work
     */
    Optional<Double> factor(LocalModel model, Cancellation cancellation) {
        return switch (model.kind()) {
            case KOKORO, MATCHA, VITS ->
                Optional.of(speaking(() -> new SherpaSynthesizer(speech.engine(), model), cancellation));
            case PIPER -> Optional.of(speaking(() -> piper.synthesizer(List.of(model)), cancellation));
            case SENSE_VOICE, WHISPER, TRANSDUCER, PARAFORMER, CTC -> Optional.of(hearing(model, cancellation));
            default -> Optional.empty();
        };
    }

    private static double speaking(Supplier<SpeechSynthesizer> voice, Cancellation cancellation) {
        try (SpeechSynthesizer speaking = voice.get()) {
            return factor(speaking, cancellation);
        }
    }

    /** Of a voice; its first words load it, and do not count. */
    static double factor(SpeechSynthesizer voice, Cancellation cancellation) {
        SpokenSound.of("ready", voice, Voice.DEFAULT, cancellation).close();
        long begin = System.nanoTime();
        try (SpokenSound sound = SpokenSound.of(SENTENCE, voice, Voice.DEFAULT, cancellation)) {
            return factor(begin, sound.length());
        }
    }

    private double hearing(LocalModel model, Cancellation cancellation) {
        SherpaRecognizer recognizer = new SherpaRecognizer(speech.engine(), model, "");
        recognizer.warm();
        try (SpeechSynthesizer voice = embedded.get();
                SpokenSound sound = SpokenSound.of(SENTENCE, voice, Voice.DEFAULT, cancellation)) {
            return factor(recognizer, sound, cancellation);
        }
    }

    private static double factor(SpeechRecognizer recognizer, SpokenSound sound, Cancellation cancellation) {
        Duration length = sound.length();
        long begin = System.nanoTime();
        recognizer.listen(sound, update -> {}, cancellation);
        return factor(begin, length);
    }

    /** The time since {@code begin}, of {@code System.nanoTime}, for that much sound. */
    static double factor(long begin, Duration sound) {
        return (System.nanoTime() - begin) / (double) Math.max(1, sound.toNanos());
    }
}
