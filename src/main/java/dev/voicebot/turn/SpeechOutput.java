package dev.voicebot.turn;

import dev.voicebot.audio.AudioOutput;
import dev.voicebot.recordings.ReplyDetails;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.Voice;
import java.util.Optional;

/**
 * Where speech goes.
 *
 * @param engine the synthesiser's name, kept beside what it said
 * @param keeper who keeps the sound; nobody, when it is not to be saved
 */
public record SpeechOutput(
        SpeechSynthesizer synthesizer, String engine, Voice voice, AudioOutput speaker, Optional<ReplyKeeper> keeper) {

    ReplyDetails details(String question) {
        return new ReplyDetails(question, voice.name(), engine);
    }
}
