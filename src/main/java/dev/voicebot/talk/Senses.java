package dev.voicebot.talk;

import dev.voicebot.audio.SpeechDetection;
import dev.voicebot.audio.TurnModel;
import dev.voicebot.audio.WakeWord;
import dev.voicebot.wiring.Assembly;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * How an open microphone understands what it hears.
 *
 * @param detection tells speech from noise
 * @param turnModel hears whether a turn is over, where there is such a model; asked at each pause, and may load it
 * @param wakeWord what wakes it, where it is to be asleep until then
 * @param playback the level in dBFS of what the speaker plays and the microphone may hear now; any thread
 */
public record Senses(
        SpeechDetection detection,
        Supplier<Optional<TurnModel>> turnModel,
        Optional<WakeWord> wakeWord,
        DoubleSupplier playback) {
    /** What the settings and this computer have. */
    public static Senses of(Assembly assembly) {
        return new Senses(
                assembly.speechSense(),
                assembly.turnSense()::model,
                assembly.wakeWord(),
                assembly.devices().playback()::decibels);
    }
}
