package dev.voicebot.doctor;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.audio.AudioOutput;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.Voice;
import java.util.Optional;

/**
 * What a sound goes through from text to text; whoever made them closes them.
 *
 * @param recognizer none, when only the sound is looked at
 */
public record LoopParts(
        SpeechSynthesizer synthesizer,
        Voice voice,
        AudioOutput speaker,
        AudioInput microphone,
        Optional<SpeechRecognizer> recognizer) {}
