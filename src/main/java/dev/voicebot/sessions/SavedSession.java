package dev.voicebot.sessions;

import java.time.OffsetDateTime;
import java.util.List;

/** A kept conversation without the turns that were taken back. */
public record SavedSession(String id, OffsetDateTime started, String engines, List<SavedTurn> turns) {
    public SavedSession {
        turns = List.copyOf(turns);
    }

    /** The last turns that a model should be reminded of, oldest first. */
    public List<SavedTurn> remembered(int atMost) {
        List<SavedTurn> answered =
                turns.stream().filter(SavedTurn::isRemembered).toList();
        return answered.subList(Math.max(0, answered.size() - atMost), answered.size());
    }

    /** The last turns, oldest first. */
    public List<SavedTurn> tail(int atMost) {
        return turns.subList(Math.max(0, turns.size() - atMost), turns.size());
    }
}
