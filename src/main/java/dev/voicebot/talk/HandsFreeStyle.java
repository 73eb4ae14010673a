package dev.voicebot.talk;

import dev.voicebot.turntaking.Interjections;
import dev.voicebot.turntaking.TurnEnd;
import java.time.Duration;

/**
 * How a chat without keys behaves.
 *
 * @param atStart whether it is on from the beginning
 * @param pauses end what is said
 * @param headphones whether the microphone cannot hear the speaker
 * @param bargesIn whether speaking during a reply interrupts it
 * @param sleepAfter without a word for so long the microphone closes
 * @param interjections ask nothing
 */
public record HandsFreeStyle(
        boolean atStart,
        Pauses pauses,
        boolean headphones,
        boolean bargesIn,
        Duration sleepAfter,
        Interjections interjections) {
    /**
     * Length of the silence that ends an utterance.
     *
     * @param silence unless its words say whether it is over
     * @param patience even if they ask for more
     * @param longest utterance, though somebody goes on
     */
    public record Pauses(Duration silence, Duration patience, Duration longest) {
        /** After a finished sentence: as long as it takes to be sure that it is a pause. */
        private static final Duration SHORTEST = Duration.ofMillis(250);

        Duration after(TurnEnd words) {
            return switch (words) {
                case FINISHED -> shorter(SHORTEST, silence);
                case OPEN -> silence;
                case UNFINISHED -> patience.compareTo(silence) > 0 ? patience : silence;
            };
        }

        private static Duration shorter(Duration one, Duration other) {
            return one.compareTo(other) < 0 ? one : other;
        }
    }
}
