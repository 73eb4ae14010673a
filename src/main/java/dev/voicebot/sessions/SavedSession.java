package dev.voicebot.sessions;

import dev.voicebot.chat.Exchange;
import dev.voicebot.turn.Turns;
import java.time.OffsetDateTime;
import java.util.List;

/** A kept conversation without the turns that were taken back. */
public record SavedSession(String id, OffsetDateTime started, String engines, List<SavedTurn> turns) {
    public SavedSession {
        turns = List.copyOf(turns);
    }

    /** The last turns that a model should be reminded of, oldest first. */
    List<SavedTurn> remembered(int atMost) {
        List<SavedTurn> answered =
                turns.stream().filter(SavedTurn::isRemembered).toList();
        return answered.subList(Math.max(0, answered.size() - atMost), answered.size());
    }

    /** Lets {@code turns} go on where this ended, with as many of its turns in mind. */
    public void restore(Turns turns, int atMost) {
        turns.restore(remembered(atMost).stream()
                .map(turn -> new Exchange(turn.asked(), turn.reply().heard()))
                .toList());
        tail(1).forEach(last -> leaveOpen(last, turns));
    }

    private static void leaveOpen(SavedTurn last, Turns turns) {
        if (last.isUnfinished()) {
            turns.leftUnfinished(last.asked(), last.answered(), last.reply().heard());
        } else {
            last.sound().shortenedAt().ifPresent(spoken -> turns.leftShortened(last.asked(), last.answered(), spoken));
        }
    }

    /** The last turns, oldest first. */
    public List<SavedTurn> tail(int atMost) {
        return turns.subList(Math.max(0, turns.size() - atMost), turns.size());
    }
}
