package dev.voicebot.repl;

import dev.voicebot.turn.TurnEvent;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** What the state says of a reply: thinking, speaking or paused, and how fast. Under the line's lock. */
final class SpeechLabel {
    private String stage = "";
    private boolean paused;
    private double speed = 1;

    /** {@code text} is what the reply does, when it is not paused. */
    void stage(String text) {
        stage = text;
    }

    void playing(TurnEvent.Playing playing) {
        paused = playing.paused();
        speed = playing.speed();
    }

    @Override
    public String toString() {
        String shown = paused ? "paused" : stage;
        return shown.isEmpty() || speed == 1 ? shown : shown + " " + speed(speed);
    }

    static String speed(double factor) {
        return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(factor) + "×";
    }
}
