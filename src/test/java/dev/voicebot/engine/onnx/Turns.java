package dev.voicebot.engine.onnx;

import dev.voicebot.audio.SpokenClips;

/** Turns as the model takes them. */
final class Turns {
    private Turns() {}

    static float[] of(short[] samples) {
        float[] turn = new float[samples.length];
        for (int i = 0; i < turn.length; i++) {
            turn[i] = samples[i] / 32768f;
        }
        return turn;
    }

    /** A recorded text, as loud as it was recorded. */
    static float[] spoken(String text) {
        return of(SpokenClips.recorded(text));
    }
}
