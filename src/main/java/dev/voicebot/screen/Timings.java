package dev.voicebot.screen;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.turn.TurnTimings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How long the turns of this conversation took, for who wants to see it. All methods run under the line's lock. */
public final class Timings {
    private static final int KEPT = 1000;

    private final ChatDisplay display;
    private final List<TurnTimings> turns = new ArrayList<>();
    private boolean shown;

    public Timings(ChatDisplay display, boolean shown) {
        this.display = display;
        this.shown = shown;
    }

    void add(TurnTimings turn) {
        if (turns.size() == KEPT) {
            turns.remove(0);
        }
        turns.add(turn);
        if (shown) {
            display.dim(turn.line());
        }
    }

    /** Shows them from now on, beginning with what there is already; or no more. */
    public void toggle() {
        shown = !shown;
        display.dim(shown ? tr("Timings are shown after each turn.") : tr("Timings are hidden."));
        if (shown && !turns.isEmpty()) {
            display.dim(tr("last turn: %s", turns.get(turns.size() - 1).line()));
            summary(tr("first token"), TurnTimings::firstToken);
            summary(tr("first audio"), TurnTimings::firstAudio);
        }
    }

    private void summary(String stage, Function<TurnTimings, Optional<Duration>> time) {
        List<Duration> sorted =
                turns.stream().map(time).flatMap(Optional::stream).sorted().toList();
        if (sorted.size() > 1) {
            display.dim(tr(
                    "%s in %d turns: median %.2f s, 95 %% within %.2f s",
                    stage, sorted.size(), seconds(sorted, 50), seconds(sorted, 95)));
        }
    }

    /** By the nearest rank. */
    private static double seconds(List<Duration> sorted, int percent) {
        int rank = (sorted.size() * percent + 99) / 100;
        return sorted.get(rank - 1).toNanos() / 1e9;
    }
}
