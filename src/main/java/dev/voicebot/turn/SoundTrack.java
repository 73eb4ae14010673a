package dev.voicebot.turn;

import java.util.ArrayList;
import java.util.List;

/** The sound of a reply as it grows, kept so that it can be gone back in. One thread at a time. */
final class SoundTrack {
    private static final int BLOCK = 1 << 14;
    private static final short[] FORGOTTEN = new short[0];

    private final List<short[]> blocks = new ArrayList<>();
    private long end;
    private int forgotten; // blocks

    /** How many samples there are. */
    long end() {
        return end;
    }

    void append(short[] samples) {
        for (int from = 0; from < samples.length; ) {
            int place = (int) (end % BLOCK);
            if (place == 0) {
                blocks.add(new short[BLOCK]);
            }
            int count = Math.min(samples.length - from, BLOCK - place);
            System.arraycopy(samples, from, blocks.get(blocks.size() - 1), place, count);
            from += count;
            end += count;
        }
    }

    /** Up to {@code most} samples from a place on; what was forgotten is silent. */
    short[] copy(long from, int most) {
        short[] samples = new short[(int) Math.min(most, end - from)];
        for (int done = 0; done < samples.length; ) {
            int place = (int) ((from + done) % BLOCK);
            int count = Math.min(samples.length - done, BLOCK - place);
            short[] block = blocks.get((int) ((from + done) / BLOCK));
            if (block.length > 0) {
                System.arraycopy(block, place, samples, done, count);
            }
            done += count;
        }
        return samples;
    }

    /** Gives back the memory of what lies before {@code sample}. */
    void forgetBefore(long sample) {
        for (; (long) (forgotten + 1) * BLOCK <= sample; forgotten++) {
            blocks.set(forgotten, FORGOTTEN);
        }
    }
}
