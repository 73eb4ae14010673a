package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.sessions.Replay;
import dev.voicebot.sessions.SavedTurn;
import dev.voicebot.sessions.SavedTurn.TimedText;
import dev.voicebot.terminal.LiveLine;
import java.nio.file.Path;

/** A replayed conversation as text: questions marked, answers as they were written. */
final class TextStage implements Replay.Stage {
    private final CommandContext context;
    private final SessionSound sound;
    private final boolean instant;
    private final LiveLine live;
    private boolean lineOpen;

    TextStage(CommandContext context, SessionSound sound, boolean instant) {
        this.context = context;
        this.sound = sound;
        this.instant = instant;
        this.live = context.liveLine();
    }

    @Override
    public void partial(SavedTurn turn, TimedText partial) {
        live.show("● " + partial.text());
    }

    @Override
    public void question(SavedTurn turn) {
        live.clear();
        turn.asked().lines().forEach(line -> context.printLine("› " + line));
        context.printLine("");
    }

    @Override
    public void token(SavedTurn turn, TimedText token) {
        context.print(token.text());
        lineOpen = !token.text().endsWith("\n");
    }

    @Override
    public void sound(SavedTurn turn, Path wav) {
        if (!instant) {
            sound.start(wav, turn.number());
        }
    }

    @Override
    public void end(SavedTurn turn) {
        if (lineOpen) {
            context.print("\n");
            lineOpen = false;
        }
        mark(turn);
        sound.end(turn);
        context.printLine("");
    }

    private void mark(SavedTurn turn) {
        SavedTurn.End end = turn.reply().end();
        String mark = end == SavedTurn.End.FAILED ? turn.reply().fault() : tr(end.mark());
        if (!mark.isEmpty()) {
            context.printLine("[" + mark + "]");
        }
    }
}
