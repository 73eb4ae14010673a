package dev.voicebot.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.chat.Exchange;
import dev.voicebot.turn.Turns;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a conversation is told when it goes on where a saved one ended. */
class SavedSessionTest {
    private final List<List<Object>> told = new ArrayList<>();
    private final Turns turns = (Turns) Proxy.newProxyInstance(
            Turns.class.getClassLoader(), new Class<?>[] {Turns.class}, (proxy, method, arguments) -> {
                told.add(Stream.concat(Stream.of(method.getName()), Arrays.stream(arguments))
                        .toList());
                return null;
            });

    @Test
    void theLastTurnsThatWereHeardAreRemembered() {
        SavedSession session = session(
                turn("one", "whole", "1"),
                turn("two", "whole", "2"),
                turn("unheard", "failed", ""),
                turn("three", "whole", "3"));

        session.restore(turns, 2);

        assertThat(told)
                .containsExactly(List.of("restore", List.of(new Exchange("two", "2"), new Exchange("three", "3"))));
        assertThat(session.tail(2)).extracting(SavedTurn::asked).containsExactly("unheard", "three");
        assertThat(session.tail(9)).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"interrupted", "failed", "cut", "length"})
    void aLastTurnThatDidNotEndCanBeContinued(String end) {
        session(turn("one", "whole", "1"), turn("two", end, "heard")).restore(turns, 9);

        assertThat(told).last().isEqualTo(List.of("leftUnfinished", "two", "All of it.", "heard"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"whole", "content_filter"})
    void oneThatEndedCannot(String end) {
        session(turn("one", "failed", "1"), turn("two", end, "2")).restore(turns, 9);

        assertThat(told).hasSize(1);
    }

    @Test
    void theRestOfAShortenedReplyCanBeSpoken() {
        session(turn("one", "whole", "1"), turn("two", "whole", "2", ",\"shortened_at\":3"))
                .restore(turns, 9);

        assertThat(told).last().isEqualTo(List.of("leftShortened", "two", "All of it.", 3));
    }

    @Test
    void anEmptyConversationRestoresNothing() {
        session().restore(turns, 9);

        assertThat(told).containsExactly(List.of("restore", List.of()));
    }

    private static SavedSession session(SavedTurn... turns) {
        return new SavedSession("abc", TurnLine.time(""), "", List.of(turns));
    }

    private static SavedTurn turn(String question, String end, String heard) {
        return turn(question, end, heard, "");
    }

    private static SavedTurn turn(String question, String end, String heard, String more) {
        return TurnLine.read(JsonLines.parse("{\"question\":\"" + question + "\",\"reply\":\"All of it.\",\"end\":\""
                + end + "\",\"heard\":\"" + heard + "\"" + more + "}"));
    }
}
