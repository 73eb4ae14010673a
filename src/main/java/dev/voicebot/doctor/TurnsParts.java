package dev.voicebot.doctor;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.audio.AudioOutput;
import dev.voicebot.config.HandsFreeSettings;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.Voice;
import dev.voicebot.talk.Senses;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The parts of a hands-free conversation. The caller closes them.
 *
 * @param recognizer without one, only the sound tells when an utterance is over
 * @param hasTurnModel whether a model hears that, too
 * @param byModel whether a model tells speech from noise
 */
public record TurnsParts(
        HandsFreeSettings settings,
        Senses senses,
        AudioInput microphone,
        Optional<Supplier<SpeechRecognizer>> recognizer,
        SpeechSynthesizer synthesizer,
        Voice voice,
        Supplier<AudioOutput> speaker,
        boolean hasTurnModel,
        boolean byModel) {}
