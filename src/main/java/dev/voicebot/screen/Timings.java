package dev.voicebot.screen;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.turn.TurnRecord;
import dev.voicebot.turn.TurnTimings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How the last turn of this conversation went, and how long each took. All methods run under the line's lock. */
public final class Timings {
    private static final int KEPT = 1000;

    private final ChatDisplay display;
    private final List<TurnTimings> turns = new ArrayList<>();
    private @Nullable TurnRecord last;
    private boolean shown;
    private Supplier<List<String>> more = List::of;

    public Timings(ChatDisplay display, boolean shown) {
        this.display = display;
        this.shown = shown;
    }

    public List<SlashCommand> commands() {
        return List.of(SlashCommand.of("/timings", tr("show or hide timings after each turn"), this::toggle));
    }

    /** What is shown behind them. */
    public void alsoShows(Supplier<List<String>> lines) {
        more = lines;
    }

    void add(TurnRecord turn) {
        if (turns.size() == KEPT) {
            turns.remove(0);
        }
        turns.add(turn.timings());
        last = turn;
        if (shown) {
            display.dim(turn.timings().line());
        }
    }

    /** Shows them from now on, beginning with what there is already; or no more. */
    private void toggle() {
        shown = !shown;
        display.dim(shown ? tr("Timings are shown after each turn.") : tr("Timings are hidden."));
        if (shown && last != null) {
            display.dim(tr("last turn: %s", last.timings().line()));
            summary(tr("first token"), TurnTimings::firstToken);
            summary(tr("first audio"), TurnTimings::firstAudio);
        }
        if (shown) {
            more.get().forEach(display::dim);
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
