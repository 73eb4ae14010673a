package dev.voicebot.screen;

import java.util.ArrayList;
import java.util.List;

/** Rows that must not stand in the middle of a reply: they wait for the end of its text, or of its voice. */
final class LateRows {
    private final List<Runnable> afterText = new ArrayList<>();
    private final List<Runnable> afterVoice = new ArrayList<>();

    /** Waits for the text's end where that {@code isAhead}. */
    void add(Runnable row, boolean isAhead) {
        addTo(afterText, row, isAhead);
    }

    /** Waits for the voice's end where that {@code isAhead}. */
    void addLast(Runnable row, boolean isAhead) {
        addTo(afterVoice, row, isAhead);
    }

    private static void addTo(List<Runnable> rows, Runnable row, boolean isAhead) {
        if (isAhead) {
            rows.add(row);
        } else {
            row.run();
        }
    }

    /** The text is whole. */
    void show() {
        show(afterText);
    }

    /** The voice has ended too. */
    void showLast() {
        show(afterVoice);
    }

    private static void show(List<Runnable> rows) {
        rows.forEach(Runnable::run);
        rows.clear();
    }
}
