package dev.voicebot.talk;

import dev.voicebot.turntaking.TurnEnd;
import java.time.Duration;

/** When what is being said is over, by its words and its length. Time is counted by the sound. Any thread. */
final class UtteranceBounds {
    /** Sound that is taken for speech, but has no new word for so long, ends. */
    private static final Duration WORDLESS = Duration.ofSeconds(8);

    /** Words that come so late in a pause are those of all that was said before it. */
    private static final Duration HEARD_ALL = Duration.ofMillis(150);

    private final HandsFreeStyle.Pauses pauses;
    private Duration silence; // that ends it
    private Duration length = Duration.ZERO;
    private Duration wordless = Duration.ZERO; // sound since the last new word
    private boolean tellsWords; // a recognizer that reports words only at the end cannot be waited for
    private boolean bounded;

    UtteranceBounds(HandsFreeStyle.Pauses pauses) {
        this.pauses = pauses;
        this.silence = pauses.silence();
    }

    /** {@code bounded} unless a key ends it. */
    synchronized void begin(boolean bounded) {
        this.bounded = bounded;
        silence = pauses.silence();
        length = Duration.ZERO;
        wordless = Duration.ZERO;
    }

    /** New words, after a silence of {@code quiet}. */
    synchronized void heard(TurnEnd words, Duration quiet) {
        boolean isStale = words == TurnEnd.FINISHED && quiet.compareTo(HEARD_ALL) < 0;
        silence = pauses.after(isStale ? TurnEnd.OPEN : words);
        wordless = Duration.ZERO;
        tellsWords = true;
    }

    synchronized Duration silence() {
        return silence;
    }

    /** Whether it ends though somebody speaks, after {@code more} sound; {@code quiet} as in {@link #heard}. */
    synchronized boolean areReached(Duration more, Duration quiet) {
        if (quiet.isZero() && silence.compareTo(pauses.silence()) < 0) {
            silence = pauses.silence(); // the sentence was not finished
        }
        length = length.plus(more);
        wordless = wordless.plus(more);
        boolean isNoise = tellsWords && quiet.isZero() && wordless.compareTo(WORDLESS) >= 0;
        return bounded && (isNoise || length.compareTo(pauses.longest()) >= 0);
    }
}
