package dev.voicebot.turn;

import dev.voicebot.audio.AudioOutput;
import dev.voicebot.recordings.ReplyDetails;
import dev.voicebot.speakable.SpeechManner;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.Voice;
import java.util.Optional;

/**
 * Where speech goes.
 *
 * @param engine the synthesiser's name, kept beside what it said
 * @param keeper who keeps the sound; nobody, when it is not to be saved
 * @param manner how a text is put into spoken words
 */
public record SpeechOutput(
        SpeechSynthesizer synthesizer,
        String engine,
        Voice voice,
        AudioOutput speaker,
        Optional<ReplyKeeper> keeper,
        SpeechManner manner) {

    /** Speech in the usual manner. */
    public SpeechOutput(
            SpeechSynthesizer synthesizer,
            String engine,
            Voice voice,
            AudioOutput speaker,
            Optional<ReplyKeeper> keeper) {
        this(synthesizer, engine, voice, speaker, keeper, SpeechManner.USUAL);
    }

    public SpeechOutput withVoice(Voice other) {
        return new SpeechOutput(synthesizer, engine, other, speaker, keeper, manner);
    }

    public SpeechOutput withSpeaker(AudioOutput other) {
        return new SpeechOutput(synthesizer, engine, voice, other, keeper, manner);
    }

    ReplyDetails details(String question) {
        return new ReplyDetails(question, voice.name(), engine);
    }
}
