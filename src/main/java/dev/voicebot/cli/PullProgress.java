package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.localmodels.CatalogModel;
import dev.voicebot.localmodels.PullListener;
import dev.voicebot.localmodels.PullPace;
import dev.voicebot.localmodels.Sizes;
import dev.voicebot.terminal.LiveLine;

/** How far a download is: one line on a terminal, where the user is also asked; else only that it began. */
final class PullProgress implements PullListener {
    private final CommandContext context;
    private final LiveLine line;
    private final PullPace pace;

    /** {@code size} of all that is pulled, in bytes. */
    PullProgress(CommandContext context, long size) {
        this.context = context;
        this.line = context.liveLine();
        this.pace = new PullPace(size, context.clock());
    }

    void begin(CatalogModel model) {
        if (!context.showsLiveLine()) {
            context.tell(tr("Downloading %s (%s).", model.name(), Sizes.words(model.size())));
        }
    }

    @Override
    public void progress(CatalogModel model, long done, long total) {
        PullPace.Moment moment = pace.at(model, done);
        if (pace.isDue() || done == total) {
            line.show(text(model.name(), moment));
        }
    }

    private static String text(String name, PullPace.Moment moment) {
        String head = name + " " + ProgressBar.of(moment.part()) + " "
                + tr("%s of %s", Sizes.words(moment.done()), Sizes.words(moment.total()));
        return moment.speed() == 0
                ? head
                : tr("%s · %s/s · %s left", head, Sizes.words(moment.speed()), ProgressBar.time(moment.left()));
    }

    @Override
    public void finishing(CatalogModel model) {
        line.show(tr("Unpacking and checking %s", model.name()));
    }

    @Override
    public void notice(String text) {
        context.tell(text);
    }

    @Override
    public boolean usesInstead(String trouble, String host) {
        return context.asksAtTerminal()
                ? context.agrees(tr("%s Download from %s instead?", trouble, host))
                : PullListener.super.usesInstead(trouble, host);
    }
}
