package dev.voicebot.repl;

import java.time.Duration;

/**
 * How a chat without keys behaves.
 *
 * @param atStart whether it is on from the beginning
 * @param silence ends what is said
 * @param headphones whether the microphone cannot hear the speaker
 * @param bargesIn whether speaking during a reply interrupts it
 * @param sleepAfter without a word for so long the microphone closes
 */
public record HandsFreeStyle(
        boolean atStart,
        Duration silence,
        boolean headphones,
        boolean bargesIn,
        Duration sleepAfter) {}
