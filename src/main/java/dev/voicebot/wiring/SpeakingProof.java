package dev.voicebot.wiring;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.SynthesisSettings;
import dev.voicebot.localmodels.MeasuredSpeeds;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.Voice;
import java.util.function.Supplier;

/**
 * Finds out whether a voice speaks: lets it say a word.
 *
 * @param isTimed whether it also says how much of real time a sentence takes
 */
record SpeakingProof(Supplier<SpeechSynthesizer> synthesizer, Voice voice, boolean isTimed)
        implements Service.Question {
    @Override
    public Service.Answer ask(Cancellation cancellation) {
        try (SpeechSynthesizer speaking = synthesizer.get();
                SpokenSound sound = SpokenSound.of("ready", speaking, voice, cancellation)) {
            return sound.length().isZero()
                    ? new Service.Answer(false, tr("No sound. Check %s.", SynthesisSettings.VOICE.key()))
                    : new Service.Answer(true, answer(speaking, cancellation));
        }
    }

    private String answer(SpeechSynthesizer speaking, Cancellation cancellation) {
        return isTimed
                ? tr(
                        "%s (%s of real time)",
                        tr("ready"), MeasuredSpeeds.words(ModelTrial.factor(speaking, cancellation)))
                : tr("ready");
    }
}
