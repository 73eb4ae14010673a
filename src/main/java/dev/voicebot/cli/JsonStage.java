package dev.voicebot.cli;

import dev.voicebot.sessions.Replay;
import dev.voicebot.sessions.ReplayJson;
import dev.voicebot.sessions.SavedTurn;
import dev.voicebot.sessions.SavedTurn.TimedText;
import java.nio.file.Path;

/** A replayed conversation as JSON lines, each when it happened. */
final class JsonStage implements Replay.Stage {
    private final CommandContext context;
    private final SessionSound sound;
    private final boolean instant;

    JsonStage(CommandContext context, SessionSound sound, boolean instant) {
        this.context = context;
        this.sound = sound;
        this.instant = instant;
    }

    @Override
    public void partial(SavedTurn turn, TimedText partial) {
        context.printLine(ReplayJson.partial(turn, partial));
    }

    @Override
    public void question(SavedTurn turn) {
        context.printLine(ReplayJson.question(turn));
    }

    @Override
    public void token(SavedTurn turn, TimedText token) {
        context.printLine(ReplayJson.token(turn, token));
    }

    @Override
    public void sound(SavedTurn turn, Path wav) {
        context.printLine(ReplayJson.sound(turn, wav));
        if (!instant) {
            sound.start(wav, turn.number());
        }
    }

    @Override
    public void end(SavedTurn turn) {
        context.printLine(ReplayJson.end(turn));
        sound.end(turn);
    }
}
