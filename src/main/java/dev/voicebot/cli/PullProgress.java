package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.localmodels.CatalogModel;
import dev.voicebot.localmodels.PullListener;
import dev.voicebot.localmodels.Sizes;
import dev.voicebot.terminal.LiveLine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** How far a download is: one line on a terminal, else only that it began. */
final class PullProgress implements PullListener {
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private final CommandContext context;
    private final LiveLine line;
    private final Clock clock;
    private Instant begin = Instant.EPOCH;
    private Instant shown = Instant.EPOCH;
    private long before = -1; // bytes that an earlier run left

    PullProgress(CommandContext context) {
        this.context = context;
        this.line = context.liveLine();
        this.clock = context.clock();
    }

    void begin(CatalogModel model) {
        begin = clock.instant();
        shown = Instant.EPOCH;
        before = -1;
        if (!context.showsLiveLine()) {
            context.tell("Downloading " + model.name() + " (" + Sizes.words(model.size()) + ").");
        }
    }

    @Override
    public void progress(CatalogModel model, long done, long total) {
        before = before < 0 ? done : before;
        Instant now = clock.instant();
        if (Duration.between(shown, now).compareTo(BETWEEN) >= 0 || done == total) {
            shown = now;
            line.show(text(model.name(), done, total, Duration.between(begin, now)));
        }
    }

    private String text(String name, long done, long total, Duration spent) {
        String head = name + " " + ProgressBar.of((double) done / Math.max(1, total)) + " " + Sizes.words(done) + " of "
                + Sizes.words(total);
        double speed = (done - before) * 1000.0 / Math.max(1, spent.toMillis());
        if (speed < 1) {
            return head;
        }
        Duration left = Duration.ofSeconds(Math.round(Math.max(0, total - done) / speed));
        return String.format(
                Locale.ROOT, "%s · %s/s · %s left", head, Sizes.words(Math.round(speed)), ProgressBar.time(left));
    }

    @Override
    public void finishing(CatalogModel model) {
        line.show(tr("Unpacking and checking %s", model.name()));
    }

    @Override
    public void notice(String text) {
        context.tell(text);
    }
}
