package dev.voicebot.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.sessions.SavedTurn.Counts;
import dev.voicebot.sessions.SavedTurn.End;
import dev.voicebot.sessions.SavedTurn.Question;
import dev.voicebot.sessions.SavedTurn.Reply;
import dev.voicebot.sessions.SavedTurn.Sound;
import dev.voicebot.sessions.SavedTurn.Talk;
import dev.voicebot.sessions.SavedTurn.TimedText;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final OffsetDateTime BEGIN = OffsetDateTime.parse("2026-11-25T09:00:00Z");

    private final List<String> happened = new ArrayList<>();
    private final Cancellation cancellation = new Cancellation();

    @Test
    void wordsAndSoundComeInTheirOwnTime() {
        SavedTurn turn = turn(
                1,
                BEGIN,
                Optional.empty(),
                List.of(timed(100, "One "), timed(300, "two")),
                new Sound("e", "v", Optional.of(Duration.ofMillis(250)), Optional.of(Path.of("1.wav"))));

        replay(1, turn);

        assertThat(happened)
                .containsExactly(
                        "question q1", "100 ms", "token One ", "150 ms", "sound 1.wav", "50 ms", "token two", "end 1");
    }

    @Test
    void aQuestionThatWasSpokenGrowsAsItWasUnderstood() {
        Talk talk = new Talk(Duration.ofSeconds(1), List.of(timed(400, "what"), timed(700, "what is")));

        replay(1, turn(1, BEGIN, Optional.of(talk), List.of(), silent()));

        assertThat(happened).startsWith("400 ms", "partial what", "300 ms", "partial what is", "question q1");
    }

    @Test
    void longSilencesBetweenTurnsAreShortened() {
        SavedTurn first = turn(1, BEGIN, Optional.empty(), List.of(), silent());
        SavedTurn soon = turn(2, BEGIN.plusSeconds(2), Optional.empty(), List.of(), silent());
        SavedTurn late = turn(3, BEGIN.plusHours(3), Optional.empty(), List.of(), silent());

        replay(1, first, soon, late);

        assertThat(happened)
                .containsExactly(
                        "question q1", "end 1", "1000 ms", "question q2", "end 2", "2000 ms", "question q3", "end 3");
    }

    @Test
    void itCanBeginLater() {
        replay(
                2,
                turn(1, BEGIN, Optional.empty(), List.of(), silent()),
                turn(2, BEGIN, Optional.empty(), List.of(), silent()));

        assertThat(happened).containsExactly("question q2", "end 2");
    }

    @Test
    void anInterruptedTurnLastsUntilItsInterruption() {
        SavedTurn cut = new SavedTurn(
                1,
                new Question(BEGIN, "q1", Optional.empty()),
                new Reply("m", "One", List.of(timed(100, "One")), End.INTERRUPTED, "One", "", Duration.ofMillis(900)),
                silent(),
                new Counts(0, 0, 0));

        replay(1, cut);

        assertThat(happened).containsExactly("question q1", "100 ms", "token One", "800 ms", "end 1");
    }

    @Test
    void aTurnWithoutTimesIsShownAtOnce() {
        SavedTurn old = new SavedTurn(
                1,
                new Question(BEGIN, "q1", Optional.empty()),
                new Reply("m", "all of it", List.of(), End.WHOLE, "all of it", "", Duration.ZERO),
                silent(),
                new Counts(0, 0, 0));

        replay(1, old);

        assertThat(happened).containsExactly("question q1", "token all of it", "end 1");
    }

    @Test
    void aCancelEndsItBetweenTwoWords() {
        SavedTurn turn = turn(1, BEGIN, Optional.empty(), List.of(timed(100, "One "), timed(300, "two")), silent());
        Replay replay = new Replay(new Written(), time -> {
            happened.add(time.toMillis() + " ms");
            if (time.toMillis() == 200) {
                cancellation.cancel();
            }
        });

        assertThatThrownBy(() -> replay.play(session(turn), 1, cancellation)).isInstanceOf(AssistantException.class);

        assertThat(happened).containsExactly("question q1", "100 ms", "token One ", "200 ms");
    }

    private void replay(int from, SavedTurn... turns) {
        new Replay(new Written(), time -> happened.add(time.toMillis() + " ms"))
                .play(session(turns), from, cancellation);
    }

    private static SavedSession session(SavedTurn... turns) {
        return new SavedSession("20261125-0900-abc", BEGIN, "", List.of(turns));
    }

    private static SavedTurn turn(
            int number, OffsetDateTime asked, Optional<Talk> talk, List<TimedText> tokens, Sound sound) {
        return new SavedTurn(
                number,
                new Question(asked, "q" + number, talk),
                new Reply("m", "", tokens, End.WHOLE, "", "", Duration.ofSeconds(1)),
                sound,
                new Counts(0, 0, 0));
    }

    private static Sound silent() {
        return new Sound("", "", Optional.empty(), Optional.empty());
    }

    private static TimedText timed(long millis, String text) {
        return new TimedText(Duration.ofMillis(millis), text);
    }

    private final class Written implements Replay.Stage {
        @Override
        public void partial(SavedTurn turn, TimedText partial) {
            happened.add("partial " + partial.text());
        }

        @Override
        public void question(SavedTurn turn) {
            happened.add("question " + turn.asked());
        }

        @Override
        public void token(SavedTurn turn, TimedText token) {
            happened.add("token " + token.text());
        }

        @Override
        public void sound(SavedTurn turn, Path wav) {
            happened.add("sound " + wav);
        }

        @Override
        public void end(SavedTurn turn) {
            happened.add("end " + turn.number());
        }
    }
}
