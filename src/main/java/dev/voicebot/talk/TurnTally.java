package dev.voicebot.talk;

import static dev.voicebot.text.Messages.tr;
import static dev.voicebot.text.Messages.trn;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What became of the utterances of this chat that no key began or ended. All under the line's lock. */
final class TurnTally {
    private static final int KEPT = 1000;

    private final List<Duration> waits = new ArrayList<>();
    private int questions;
    private int continued;
    private int interruptions;
    private int falseStarts;
    private int asides;
    private int endless;

    /**
     * A question was understood.
     *
     * @param wait since its last word
     * @param continues whether it is the rest of one that had been sent already
     * @param interrupts whether a reply was being spoken
     */
    void question(Duration wait, boolean continues, boolean interrupts) {
        questions++;
        continued += continues ? 1 : 0;
        interruptions += interrupts ? 1 : 0;
        if (waits.size() == KEPT) {
            waits.remove(0);
        }
        waits.add(wait);
    }

    /** A reply was ended by a word that asks nothing. */
    void stopped() {
        interruptions++;
    }

    /** Nothing was understood: it was a noise. */
    void falseStart() {
        falseStarts++;
    }

    /** A back-channel, while a reply was on its way. */
    void aside() {
        asides++;
    }

    /** An utterance was ended by its length, because no silence came. */
    void endless() {
        endless++;
    }

    /** One figure per line; none before anything was heard. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (questions > 0) {
            lines.add(trn(
                    "hands-free: %d question, %s from the last word to the question",
                    "hands-free: %d questions, %s from the last word to the question",
                    questions,
                    questions,
                    waiting()));
        }
        if (questions + interruptions + falseStarts + asides + endless > 0) {
            lines.add(tr(
                    "hands-free: false starts %d, cut off in a pause %d, end missed %d",
                    falseStarts, continued, endless));
            lines.add(tr("hands-free: replies interrupted %d, continued after \"mm-hmm\" %d", interruptions, asides));
        }
        return lines;
    }

    private String waiting() {
        List<Duration> sorted = waits.stream().sorted().toList();
        int last = sorted.size() - 1;
        return last == 0
                ? seconds(sorted.get(0))
                : tr("median %s, at most %s", seconds(sorted.get(last / 2)), seconds(sorted.get(last)));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.2f s", time.toNanos() / 1e9);
    }
}
