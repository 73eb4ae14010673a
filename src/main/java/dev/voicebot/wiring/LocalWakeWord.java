package dev.voicebot.wiring;

import dev.voicebot.audio.Recording;
import dev.voicebot.audio.WakeWord;
import dev.voicebot.engine.sherpa.SherpaWakeWord;
import java.util.function.Supplier;

/** A wake word whose model is looked for when it is first needed: it may be pulled meanwhile. */
record LocalWakeWord(String phrase, Supplier<SherpaWakeWord> model) implements WakeWord {
    @Override
    public void getReady() {
        model.get().getReady();
    }

    @Override
    public boolean isHeardIn(Recording sound) {
        return model.get().isHeardIn(sound);
    }
}
