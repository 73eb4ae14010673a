package dev.voicebot.talk;

import dev.voicebot.config.HandsFreeSettings;
import dev.voicebot.turntaking.TurnEnd;
import java.time.Duration;

/** When what is being said is over, by its words, its sound and its length. Time is counted by the sound. Any thread. */
final class UtteranceBounds {
    /** Sound that is taken for speech, but has no new word for so long, ends. */
    private static final Duration WORDLESS = Duration.ofSeconds(8);

    /** Words that come so late in a pause are those of all that was said before it. */
    private static final Duration HEARD_ALL = Duration.ofMillis(150);

    /** After a finished sentence: as long as it takes to be sure that it is a pause. */
    private static final Duration SHORTEST = Duration.ofMillis(250);

    private final HandsFreeSettings settings;
    private TurnEnd words = TurnEnd.OPEN; // so far
    private TurnEnd sound = TurnEnd.OPEN; // of this pause
    private Duration length = Duration.ZERO;
    private Duration wordless = Duration.ZERO; // sound since the last new word
    private boolean tellsWords; // a recognizer that reports words only at the end cannot be waited for
    private boolean bounded;

    UtteranceBounds(HandsFreeSettings settings) {
        this.settings = settings;
    }

    /** {@code bounded} unless a key ends it. */
    synchronized void begin(boolean bounded) {
        this.bounded = bounded;
        words = TurnEnd.OPEN;
        sound = TurnEnd.OPEN;
        length = Duration.ZERO;
        wordless = Duration.ZERO;
    }

    /** New words, after a silence of {@code quiet}; gives what they and the sound say. */
    synchronized TurnEnd heard(TurnEnd newest, Duration quiet) {
        boolean isStale = newest == TurnEnd.FINISHED && quiet.compareTo(HEARD_ALL) < 0;
        words = isStale ? TurnEnd.OPEN : newest;
        wordless = Duration.ZERO;
        tellsWords = true;
        return newest.and(sound);
    }

    /** What the sound says in this pause. */
    synchronized void judged(TurnEnd bySound) {
        sound = bySound;
    }

    /** The silence that ends it. */
    synchronized Duration silence() {
        return after(words.and(sound));
    }

    private Duration after(TurnEnd end) {
        return switch (end) {
            case FINISHED -> SHORTEST.compareTo(settings.silence()) < 0 ? SHORTEST : settings.silence();
            case OPEN -> settings.silence();
            case UNFINISHED ->
                settings.patience().compareTo(settings.silence()) > 0 ? settings.patience() : settings.silence();
        };
    }

    /** Whether it ends though somebody speaks, after {@code more} sound; {@code quiet} as in {@link #heard}. */
    synchronized boolean areReached(Duration more, Duration quiet) {
        if (quiet.isZero()) {
            sound = TurnEnd.OPEN;
            words = words == TurnEnd.FINISHED ? TurnEnd.OPEN : words; // the sentence was not
        }
        length = length.plus(more);
        wordless = wordless.plus(more);
        boolean isNoise = tellsWords && quiet.isZero() && wordless.compareTo(WORDLESS) >= 0;
        return bounded && (isNoise || length.compareTo(settings.maxUtterance()) >= 0);
    }
}
