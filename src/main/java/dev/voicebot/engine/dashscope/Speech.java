package dev.voicebot.engine.dashscope;

import static dev.voicebot.text.Messages.tr;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.synthesis.SpeechListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One reply: what is to be said, and how much of it has been, over as many tasks as that takes. When a task breaks off,
 * the next one gets the text from the sentence on that was broken, and of its sound what was handed over already is
 * left out: the service says the same text in the same way, for its seed is 0 unless another is asked for. So nothing
 * is said twice, nothing is left out, and no sound has to wait until its sentence is whole. Any thread.
 */
final class Speech {
    /** The slowest voice takes half a second; a long number takes many for one of its characters. */
    private static final long SECONDS_PER_CHARACTER = 2;

    private static final long MOST_SECONDS_MORE = 60;

    private final SpeechListener listener;

    @GuardedBy("this")
    private final StringBuilder text = new StringBuilder();

    @GuardedBy("this")
    private final List<Integer> ends = new ArrayList<>(); // of the pieces it was written in

    @GuardedBy("this")
    private int said; // characters whose sound is whole

    @GuardedBy("this")
    private long saidAt; // the sample behind them

    @GuardedBy("this")
    private long handedOver; // samples

    private boolean isEndless;

    Speech(SpeechListener listener) {
        this.listener = listener;
    }

    synchronized void add(String more) {
        text.append(more);
        ends.add(text.length());
    }

    /** What the sound that is whole does not say, in the pieces that it was written in. */
    synchronized List<String> rest() {
        List<String> pieces = new ArrayList<>();
        int begin = said;
        for (int end : ends) {
            if (end > begin) {
                pieces.add(text.substring(begin, end));
                begin = end;
            }
        }
        return pieces;
    }

    synchronized boolean isAllSaid() {
        return SpokenText.isSilent(text.substring(said));
    }

    /** Whether far more sound came than the text can need. */
    synchronized boolean isEndless() {
        return isEndless;
    }

    synchronized int said() {
        return said;
    }

    synchronized long saidAt() {
        return saidAt;
    }

    synchronized int length() {
        return text.length();
    }

    /** All from a character on. */
    synchronized String from(int begin) {
        return text.substring(begin);
    }

    /** The sound that begins at a sample of the reply; what was handed over already is left out. */
    synchronized void sound(long begin, PcmFrame frame) {
        int old = (int) Math.min(frame.samples().length, Math.max(0, handedOver - begin));
        if (old == frame.samples().length) {
            return;
        }
        handedOver = begin + frame.samples().length;
        if (handedOver > MOST_SECONDS_MORE * frame.sampleRate()
                && handedOver / frame.sampleRate() - MOST_SECONDS_MORE > text.length() * SECONDS_PER_CHARACTER) {
            isEndless = true;
            throw new AssistantException(
                    FaultKind.SERVICE,
                    tr("The voice goes on without an end: it said much more than it was given. Try again."));
        }
        listener.accept(
                old == 0
                        ? frame
                        : new PcmFrame(
                                Arrays.copyOfRange(frame.samples(), old, frame.samples().length), frame.sampleRate()));
    }

    /** How much later the sound of a sentence must begin that is now shorter than what was handed over of it. */
    synchronized long excess(long end) {
        return Math.max(0, handedOver - end);
    }

    /** The first samples say the first characters. */
    synchronized void spoken(int characters, long samples) {
        listener.spoken(characters, samples);
    }

    /** The sound of these characters is whole. */
    synchronized void whole(int characters, long samples) {
        if (characters >= said) {
            said = characters;
            saidAt = samples;
        }
        listener.spoken(characters, samples);
    }
}
