package dev.voicebot.engine.piper;

import dev.voicebot.localmodels.LocalModel;
import dev.voicebot.synthesis.SentenceStream;
import dev.voicebot.synthesis.SpeechListener;
import dev.voicebot.synthesis.Voice;

/** One reply, spoken clause by clause on Piper's thread. */
final class PiperStream extends SentenceStream {
    private final LocalModel model;
    private final PiperFiles files;
    private final PiperSound sound;

    PiperStream(LocalModel model, PiperFiles files, int sampleRate, Voice voice, SpeechListener frames) {
        super(Piper::execute, false, frames);
        this.model = model;
        this.files = files;
        this.sound = new PiperSound(VoiceFile.sampleRate(model), sampleRate, voice);
    }

    @Override
    protected void prepare() {
        Piper.load(model, files);
    }

    /** What is cancelled ends with its clause. */
    @Override
    protected void speakPiece(String piece) {
        Piper piper = Piper.load(model, files);
        for (String clause : Clauses.of(piece)) {
            if (isOver()) {
                return;
            }
            if (isSpeakable(clause)) {
                sound.frames(piper.say(clause)).forEach(this::handOver);
            }
        }
    }
}
