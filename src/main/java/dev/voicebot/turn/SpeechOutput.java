package dev.voicebot.turn;

import dev.voicebot.audio.AudioOutput;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.Voice;
import java.util.Optional;

/** Where speech goes: who speaks it, the speaker that sounds, and who keeps it (nobody, when it is not to be saved). */
public record SpeechOutput(
        SpeechSynthesizer synthesizer, Voice voice, AudioOutput speaker, Optional<ReplyKeeper> keeper) {}
