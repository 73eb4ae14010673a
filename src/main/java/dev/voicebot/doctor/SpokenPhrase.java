package dev.voicebot.doctor;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.config.SynthesisSettings;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.synthesis.SpeechStream;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.Voice;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A text as sound.
 *
 * @param firstNanos when its first sound came, by the clock
 */
record SpokenPhrase(PcmFrame sound, long firstNanos) {
    /** Blocks until all of it was spoken. */
    static SpokenPhrase of(SpeechSynthesizer synthesizer, Voice voice, String text, Cancellation cancellation) {
        return of(synthesizer, voice, text, System::nanoTime, cancellation);
    }

    /** The same by another clock. */
    static SpokenPhrase of(
            SpeechSynthesizer synthesizer, Voice voice, String text, LongSupplier nanoTime, Cancellation cancellation) {
        ByteArrayOutputStream sound = new ByteArrayOutputStream(); // one thread of the engine's writes
        AtomicLong first = new AtomicLong();
        try (SpeechStream stream = synthesizer.open(
                voice,
                frame -> {
                    first.compareAndSet(0, nanoTime.getAsLong());
                    sound.writeBytes(frame.littleEndian());
                },
                cancellation)) {
            stream.write(text);
            stream.finish();
        }
        if (sound.size() == 0) {
            throw new AssistantException(
                    FaultKind.SERVICE,
                    tr("The voice produced no speech. Check %s, or try another.", SynthesisSettings.VOICE.key()));
        }
        PcmFrame whole = PcmFrame.ofLittleEndian(sound.toByteArray(), 0, sound.size(), synthesizer.sampleRate());
        return new SpokenPhrase(whole, first.get());
    }
}
