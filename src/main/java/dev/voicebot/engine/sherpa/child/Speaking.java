package dev.voicebot.engine.sherpa.child;

import com.sun.jna.Pointer;
import dev.voicebot.audio.PcmFrame;

/** A voice; one thread. */
final class Speaking {
    private final Sherpa library;
    private final Pointer voice;
    private final Answers answers;

    Speaking(Sherpa library, Pointer voice, Answers answers) {
        this.library = library;
        this.voice = voice;
        this.answers = answers;
    }

    void speak(String text, int speaker, double speed) {
        int rate = library.SherpaOnnxOfflineTtsSampleRate(voice);
        Sherpa.SoundCallback callback = (samples, count) -> {
            if (!answers.isDropped() && count > 0) {
                short[] sound = Loudness.integers(samples.getFloatArray(0, count));
                answers.say(
                        Message.of(Message.SOUND).with("rate", rate).with(new PcmFrame(sound, rate).littleEndian()));
            }
            return answers.isDropped() ? 0 : 1;
        };
        Pointer audio = library.SherpaOnnxOfflineTtsGenerateWithCallback(voice, text, speaker, (float) speed, callback);
        if (audio != null) {
            library.SherpaOnnxDestroyOfflineTtsGeneratedAudio(audio);
        }
    }
}
