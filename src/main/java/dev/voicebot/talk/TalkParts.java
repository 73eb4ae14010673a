package dev.voicebot.talk;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.audio.AudioOutput;
import dev.voicebot.config.HandsFreeSettings;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.terminal.KeyName;
import dev.voicebot.turntaking.Interjections;
import dev.voicebot.wiring.RecognizerOffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What talking is made of.
 *
 * @param recognizer asked at every talk, on the talk's thread; throws when recognition is not set up
 * @param hears whether recognition is set up; asked under the line's lock: must return promptly
 * @param offer a recognizer that can be downloaded; without it and without recognition no talk key is offered
 * @param microphoneObstacle why nothing could be recorded, and what to do, as far as it is known
 * @param openMicrophone the same for hands-free
 * @param speaker where the sounds of a talk go; asked when the first is to be heard
 * @param folder keeps what was said until it is recognised, made where it is missing; none in a private talk: then it
 *     never leaves the memory
 * @param handsFree how it goes without keys
 * @param senses how it understands what it hears without keys
 */
public record TalkParts(
        Supplier<SpeechRecognizer> recognizer,
        BooleanSupplier hears,
        Optional<RecognizerOffer> offer,
        Supplier<Optional<String>> microphoneObstacle,
        AudioInput microphone,
        AudioInput openMicrophone,
        Supplier<AudioOutput> speaker,
        Optional<Path> folder,
        TalkStyle style,
        HandsFreeSettings handsFree,
        Senses senses) {
    /** The talk keys, where they can work. */
    public List<KeyName> offeredKeys() {
        return hears.getAsBoolean() || offer.isPresent() ? style.keys() : List.of();
    }

    /** What asks nothing. */
    Interjections interjections() {
        return Interjections.of(handsFree.backChannels(), handsFree.stopWords(), handsFree.goodbyes());
    }

    /** What the user presses, or types where {@code wholeLines} are read, to talk. */
    public String wayToTalk(boolean wholeLines) {
        return wholeLines || style.keys().isEmpty()
                ? "/talk"
                : style.keys().get(0).label();
    }
}
