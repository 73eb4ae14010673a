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
    private String breakingWord = "";
    private int breaks;
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

    /** Breaks off in the middle of the piece that holds {@code word}, so many times. */
    ToneVoice breakingOffAt(String word, int times) {
        breakingWord = word;
        breaks = times;
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
            private boolean brokenOff;

            @Override
            public void write(String text) {
                cancellation.throwIfCancelled();
                if (broken) {
                    throw new AssistantException(FaultKind.SERVICE, "the voice is gone");
                }
                throwIfBrokenOff();
                written.add(text);
                if (breaks > 0 && text.contains(breakingWord)) {
                    breaks--;
                    brokenOff = true;
                    frames.accept(new PcmFrame(new short[text.length() * SAMPLES_PER_CHARACTER / 2], RATE));
                    return;
                }
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
                throwIfBrokenOff();
            }

            private void throwIfBrokenOff() {
                if (brokenOff) {
                    throw new AssistantException(FaultKind.SERVICE, "the voice broke off");
                }
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void close() {}
}
