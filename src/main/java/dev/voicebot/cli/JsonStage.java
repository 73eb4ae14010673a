package dev.voicebot.cli;

import dev.voicebot.sessions.Replay;
import dev.voicebot.sessions.ReplayJson;
import dev.voicebot.sessions.SavedTurn;
import dev.voicebot.sessions.SavedTurn.TimedText;
import java.nio.file.Path;

/** A replayed conversation as JSON lines, each when it happened. */
final class JsonStage implements Replay.Stage {
    private final Session session;
    private final SessionSound sound;
    private final boolean instant;

    JsonStage(Session session, SessionSound sound, boolean instant) {
        this.session = session;
        this.sound = sound;
        this.instant = instant;
    }

    @Override
    public void partial(SavedTurn turn, TimedText partial) {
        session.printLine(ReplayJson.partial(turn, partial));
    }

    @Override
    public void question(SavedTurn turn) {
        session.printLine(ReplayJson.question(turn));
    }

    @Override
    public void token(SavedTurn turn, TimedText token) {
        session.printLine(ReplayJson.token(turn, token));
    }

    @Override
    public void sound(SavedTurn turn, Path wav) {
        session.printLine(ReplayJson.sound(turn, wav));
        if (!instant) {
            sound.start(wav, turn.number());
        }
    }

    @Override
    public void end(SavedTurn turn) {
        session.printLine(ReplayJson.end(turn));
        sound.end(turn);
    }
}
