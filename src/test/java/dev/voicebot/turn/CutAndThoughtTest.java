package dev.voicebot.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.chat.ChatHistory;
import dev.voicebot.chat.ChatMessage;
import dev.voicebot.chat.ChatModel;
import dev.voicebot.chat.ChatUsage;
import dev.voicebot.chat.Exchange;
import dev.voicebot.chat.HistoryTooLongException;
import dev.voicebot.chat.ReplyCut;
import dev.voicebot.chat.ReplyListener;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.synthesis.Voice;
import dev.voicebot.turn.TurnRecord.End;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Turns of models that think, are cut short, or take no long conversation. */
@Timeout(20)
class CutAndThoughtTest {
    private final ChatHistory history = new ChatHistory(10);
    private final ConcurrentLinkedQueue<TurnEvent> events = new ConcurrentLinkedQueue<>();
    private final List<TurnRecord> turns = new ArrayList<>();
    private final Model model = new Model();

    @Test
    void thoughtsAreToldAndNeitherRememberedNorKept() {
        model.thought = "plan";

        conversation().say("hi", events::add, new Cancellation());

        assertThat(events).contains(new TurnEvent.Thought("plan"));
        assertThat(history.exchanges()).containsExactly(new Exchange("hi", "Hello."));
        assertThat(turns.get(0).written().text()).isEqualTo("Hello.");
        assertThat(turns.get(0).written().estimate())
                .as("they are billed")
                .isEqualTo(ChatUsage.estimate(model.asked.get(0), "planHello."));
    }

    @Test
    void aReplyThatIsCutByItsLengthIsToldKeptAndMayGoOn() {
        model.cut = Optional.of(ReplyCut.LENGTH);
        Conversation conversation = conversation();

        conversation.say("hi", events::add, new Cancellation());
        model.cut = Optional.empty();
        model.answer = "And more.";
        conversation.goOn(events::add, new Cancellation());

        assertThat(notices()).containsExactly("cut short");
        assertThat(turns).extracting(turn -> turn.end().kind()).containsExactly(End.Kind.LENGTH, End.Kind.WHOLE);
        assertThat(history.exchanges()).containsExactly(new Exchange("hi", "Hello. And more."));
    }

    @Test
    void aReplyThatAFilterStoppedCannotGoOn() {
        model.cut = Optional.of(ReplyCut.CONTENT_FILTER);
        Conversation conversation = conversation();

        conversation.say("hi", events::add, new Cancellation());

        assertThat(turns.get(0).end().kind()).isEqualTo(End.Kind.CONTENT_FILTER);
        assertThatThrownBy(() -> conversation.goOn(events::add, new Cancellation()))
                .hasMessageContaining("Nothing to continue");
    }

    @Test
    void aHistoryThatIsTooLongIsShortenedUntilItFits() {
        for (int i = 1; i <= 5; i++) {
            history.add("q" + i, "a" + i);
        }
        model.mostMessages = 3;

        conversation().say("hi", events::add, new Cancellation());

        assertThat(model.asked).extracting(List::size).containsExactly(11, 5, 3);
        assertThat(history.exchanges()).containsExactly(new Exchange("q5", "a5"), new Exchange("hi", "Hello."));
        assertThat(notices())
                .containsExactly(
                        "The conversation is too long for thinker: its oldest 3 turns were left out.",
                        "The conversation is too long for thinker: its oldest turn was left out.");
    }

    @Test
    void aQuestionThatIsTooLongByItselfIsAFault() {
        history.add("q", "a");
        model.mostMessages = 0;

        assertThatThrownBy(() -> conversation().say("hi", events::add, new Cancellation()))
                .hasMessage("too long");
        assertThat(model.asked).hasSize(2);
    }

    @Test
    void theModelIsToldWhetherItsAnswersAreSpoken() {
        Conversation conversation = new Conversation(
                model,
                history,
                "",
                Optional.of(
                        new SpeechOutput(new ToneVoice(), "", Voice.DEFAULT, new MemoryOutput(), Optional.empty())));

        assertThat(model.spoken).isTrue();
        conversation.speak(false);
        assertThat(model.spoken).isFalse();
    }

    private List<String> notices() {
        return events.stream()
                .filter(TurnEvent.Notice.class::isInstance)
                .map(event -> ((TurnEvent.Notice) event).line())
                .toList();
    }

    private Conversation conversation() {
        return new Conversation(model, history, "", Optional.empty(), new TurnKeeper() {
            @Override
            public void ended(TurnRecord turn) {
                turns.add(turn);
            }
        });
    }

    private static final class Model implements ChatModel {
        final List<List<ChatMessage>> asked = new ArrayList<>();
        String thought = "";
        String answer = "Hello.";
        Optional<ReplyCut> cut = Optional.empty();
        int mostMessages = 100;
        boolean spoken;

        @Override
        public ChatUsage reply(List<ChatMessage> messages, ReplyListener listener, Cancellation cancellation) {
            asked.add(messages);
            if (messages.size() > mostMessages) {
                throw new HistoryTooLongException("too long", new IllegalStateException());
            }
            if (!thought.isEmpty()) {
                listener.thought(thought);
            }
            listener.token(answer);
            cut.ifPresent(why -> listener.cutShort(why, "cut short"));
            return ChatUsage.NONE;
        }

        @Override
        public String name() {
            return "thinker";
        }

        @Override
        public void spoken(boolean on) {
            spoken = on;
        }
    }
}
