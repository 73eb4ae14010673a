package dev.voicebot.sessions;

import dev.voicebot.outcome.Cancellation;
import dev.voicebot.sessions.SavedTurn.TimedText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A kept conversation once more, everything in its own time; gaps between turns are shortened. */
public final class Replay {
    /** So long at most nothing happens between two turns. */
    private static final Duration LONGEST_GAP = Duration.ofSeconds(2);

    private final Stage stage;
    private final Pause pause;

    /** Where it is shown and heard. Called on the replaying thread, in the order of the conversation. */
    public interface Stage {
        /** What was understood so far while the question was being spoken. */
        void partial(SavedTurn turn, TimedText partial);

        void question(SavedTurn turn);

        void token(SavedTurn turn, TimedText token);

        /** The sound begins; returns at once. */
        void sound(SavedTurn turn, Path wav);

        /** The turn is over; blocks until its sound is too, which stops here when it was interrupted. */
        void end(SavedTurn turn);
    }

    /** Lets time pass. */
    public interface Pause {
        /**
         * Blocks so long.
         *
         * @throws dev.voicebot.outcome.AssistantException INTERRUPTED soon after the cancel
         */
        void pass(Duration time);
    }

    public Replay(Stage stage, Pause pause) {
        this.stage = stage;
        this.pause = pause;
    }

    /** Blocks until the end; begins with the turn of that number. */
    public void play(SavedSession session, int fromTurn, Cancellation cancellation) {
        List<SavedTurn> turns = session.turns().stream()
                .filter(turn -> turn.number() >= fromTurn)
                .toList();
        for (int i = 0; i < turns.size(); i++) {
            cancellation.throwIfCancelled();
            if (i > 0) {
                pause.pass(gap(turns.get(i - 1), turns.get(i)));
            }
            play(turns.get(i), cancellation);
        }
    }

    private void play(SavedTurn turn, Cancellation cancellation) {
        turn.question()
                .talk()
                .ifPresent(talk -> inTime(
                        talk.partials().stream()
                                .map(partial -> new Moment(partial.at(), () -> stage.partial(turn, partial)))
                                .toList(),
                        cancellation));
        stage.question(turn);
        inTime(answer(turn), cancellation);
        stage.end(turn);
    }

    private List<Moment> answer(SavedTurn turn) {
        List<Moment> moments = new ArrayList<>();
        tokens(turn).forEach(token -> moments.add(new Moment(token.at(), () -> stage.token(turn, token))));
        turn.sound()
                .wav()
                .ifPresent(wav -> moments.add(
                        new Moment(turn.sound().began().orElse(Duration.ZERO), () -> stage.sound(turn, wav))));
        if (turn.reply().end() == SavedTurn.End.INTERRUPTED) {
            moments.add(new Moment(turn.reply().after(), () -> {})); // its sound was stopped then
        }
        moments.sort(Comparator.comparing(Moment::at));
        return moments;
    }

    /** All at once where nobody kept the times. */
    private static List<TimedText> tokens(SavedTurn turn) {
        if (turn.reply().tokens().isEmpty() && !turn.answered().isEmpty()) {
            return List.of(new TimedText(Duration.ZERO, turn.answered()));
        }
        return turn.reply().tokens();
    }

    private void inTime(List<Moment> moments, Cancellation cancellation) {
        Duration now = Duration.ZERO;
        for (Moment moment : moments) {
            Duration wait = moment.at().minus(now);
            if (!wait.isNegative() && !wait.isZero()) {
                pause.pass(wait);
                now = moment.at();
            }
            cancellation.throwIfCancelled();
            moment.action().run();
        }
    }

    private static Duration gap(SavedTurn before, SavedTurn next) {
        Duration talk = next.question().talk().map(SavedTurn.Talk::sound).orElse(Duration.ZERO);
        Duration gap = Duration.between(
                        before.question().asked(), next.question().asked())
                .minus(before.reply().after())
                .minus(talk);
        if (gap.isNegative()) {
            return Duration.ZERO;
        }
        return gap.compareTo(LONGEST_GAP) > 0 ? LONGEST_GAP : gap;
    }

    private record Moment(Duration at, Runnable action) {}
}
