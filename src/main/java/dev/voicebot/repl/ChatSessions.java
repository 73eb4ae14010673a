package dev.voicebot.repl;

import dev.voicebot.sessions.SavedSession;
import dev.voicebot.sessions.SessionFolder;
import dev.voicebot.sessions.SessionRecorder;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The kept conversations, for the screen.
 *
 * @param recorder keeps this one; empty in a private talk
 * @param earlier the conversation that this one goes on with
 * @param zone where the user's clock is
 * @param historyTurns how many turns a model is reminded of
 */
public record ChatSessions(
        SessionFolder folder,
        Optional<SessionRecorder> recorder,
        Optional<SavedSession> earlier,
        ZoneId zone,
        int historyTurns) {}
