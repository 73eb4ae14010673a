package dev.voicebot.repl;

import dev.voicebot.audio.Level;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Recording;
import dev.voicebot.audio.WakeWord;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.util.Optional;

/** Takes the first full-scale sample for the phrase; cannot listen for the phrase "unspeakable". */
record ScriptedWakeWord(String phrase) implements WakeWord {
    @Override
    public void getReady() {
        if (phrase.equals("unspeakable")) {
            throw new AssistantException(FaultKind.SETTINGS, "cannot be spelled");
        }
    }

    @Override
    public boolean isHeardIn(Recording sound) {
        for (Optional<PcmFrame> frame = sound.next(); frame.isPresent(); frame = sound.next()) {
            if (Level.of(frame.get()).peak() > 0.99) {
                return true;
            }
        }
        return false;
    }
}
