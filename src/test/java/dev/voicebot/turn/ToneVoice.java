package dev.voicebot.turn;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.synthesis.SpeechListener;
import dev.voicebot.synthesis.SpeechStream;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.Voice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A voice of one tenth of a second a character, at 8000 Hz, that writes down what it was given. */
final class ToneVoice implements SpeechSynthesizer {
    static final int RATE = 8000;
    static final int SAMPLES_PER_CHARACTER = 800;

    final List<String> written = new ArrayList<>();
    private boolean broken;
    private boolean exact;

    ToneVoice broken() {
        broken = true;
        return this;
    }

    /** Says after each piece how much it has said. */
    ToneVoice exact() {
        exact = true;
        return this;
    }

    @Override
    public int sampleRate() {
        return RATE;
    }

    @Override
    public SpeechStream open(Voice voice, SpeechListener frames, Cancellation cancellation) {
        return new SpeechStream() {
            private int characters;

            @Override
            public void write(String text) {
                cancellation.throwIfCancelled();
                if (broken) {
                    throw new AssistantException(FaultKind.SERVICE, "the voice is gone");
                }
                written.add(text);
                short[] samples = new short[text.length() * SAMPLES_PER_CHARACTER];
                Arrays.fill(samples, (short) 1000);
                frames.accept(new PcmFrame(samples, RATE));
                characters += text.length();
                if (exact) {
                    frames.reached(characters);
                }
            }

            @Override
            public void finish() {
                cancellation.throwIfCancelled();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void close() {}
}
