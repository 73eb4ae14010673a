package dev.voicebot.audio;

/** So many marked windows of so many last ones are speech: a click is not, and a stop consonant does not hide it. */
final class Onset {
    private final RecentLevels marks;
    private final int least;

    Onset(int least, int of) {
        this.marks = new RecentLevels(of);
        this.least = least;
    }

    boolean hears(boolean marked) {
        marks.add(marked ? 1 : 0);
        return marks.marks() >= least;
    }

    void forget() {
        marks.clear();
    }
}
