package dev.voicebot.wiring;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.SynthesisSettings;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.synthesis.SpeechStream;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.Voice;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Finds out whether a voice speaks: lets it say a word. */
record SpeakingProof(Supplier<SpeechSynthesizer> synthesizer, Voice voice) implements Service.Question {
    @Override
    public Service.Answer ask(Cancellation cancellation) {
        AtomicInteger samples = new AtomicInteger();
        try (SpeechSynthesizer speaking = synthesizer.get();
                SpeechStream stream =
                        speaking.open(voice, frame -> samples.addAndGet(frame.samples().length), cancellation)) {
            stream.write("ready");
            stream.finish();
        }
        return samples.get() > 0
                ? new Service.Answer(true, tr("ready"))
                : new Service.Answer(false, tr("No sound. Check %s.", SynthesisSettings.VOICE.key()));
    }
}
