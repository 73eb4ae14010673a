package dev.voicebot.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.chat.ChatHistory;
import dev.voicebot.chat.ChatMessage;
import dev.voicebot.chat.Exchange;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.synthesis.Voice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A reply that was interrupted or broke off is taken up again. */
@Timeout(20)
class ContinueTest {
    private final ChatHistory history = new ChatHistory(10);
    private final ToneVoice voice = new ToneVoice().exact();
    private final MemoryOutput speaker = new MemoryOutput();
    private final ConcurrentLinkedQueue<TurnEvent> events = new ConcurrentLinkedQueue<>();
    private final List<String> kept = new ArrayList<>();
    private final Semaphore textWhole = new Semaphore(0);
    private final ExecutorService turn = Executors.newSingleThreadExecutor();

    @AfterEach
    void endTheTurnsThread() {
        turn.shutdownNow();
    }

    @Test
    void whenOnlyTheSpeechWasCutTheRestIsSpokenAndTheModelIsNotAsked() {
        ScriptedModel model = new ScriptedModel("First sentence here. ", "Second one.");
        Conversation conversation = conversation(model);
        interruptAfter(12000, conversation, textWhole);
        voice.written.clear();

        conversation.goOn(events::add, new Cancellation());

        assertThat(model.asked).hasSize(1);
        assertThat(String.join("", voice.written)).isEqualTo("here. Second one.");
        assertThat(remembered()).containsExactly("hi", "First sentence here. Second one.");
    }

    @Test
    void anEarlierRunsReplyWhoseSpeechWasCutIsSpokenToItsEnd() {
        ScriptedModel model = new ScriptedModel("never asked");
        Conversation conversation = conversation(model);
        conversation.restore(List.of(new Exchange("hi", "First sentence")));
        conversation.leftUnfinished("hi", "First sentence here. Second one.", "First sentence");

        conversation.goOn(events::add, new Cancellation());

        assertThat(model.asked).isEmpty();
        assertThat(String.join("", voice.written)).isEqualTo("here. Second one.");
        assertThat(remembered()).containsExactly("hi", "First sentence here. Second one.");
    }

    @Test
    void anEarlierRunsReplyThatBrokeOffIsFinishedByTheModel() {
        ScriptedModel model = new ScriptedModel("here, and ", "that is all.");
        Conversation conversation = conversation(model);
        conversation.restore(List.of(new Exchange("hi", "First sentence")));
        conversation.leftUnfinished("hi", "First sentence", "First sentence");

        conversation.goOn(events::add, new Cancellation());

        assertThat(model.asked.get(0)).contains(ChatMessage.user("hi"), ChatMessage.assistant("First sentence"));
        assertThat(remembered()).containsExactly("hi", "First sentence here, and that is all.");
    }

    @Test
    void whenTheTextWasCutTheModelGoesOnFromWhatWasHeard() {
        ScriptedModel model = new ScriptedModel("First sentence here. ", "Sec")
                .waitingAtTheEnd()
                .then("here, and ", "that is all.");
        Conversation conversation = conversation(model);
        interruptAfter(12000, conversation, new Semaphore(1));

        conversation.goOn(events::add, new Cancellation());

        List<ChatMessage> asked = model.asked.get(1);
        assertThat(asked.subList(0, 3))
                .containsExactly(
                        ChatMessage.system("be brief"),
                        ChatMessage.user("hi"),
                        ChatMessage.assistant("First sentence"));
        assertThat(asked.get(3).text()).contains("cut off after \"First sentence\"");
        assertThat(remembered()).containsExactly("hi", "First sentence here, and that is all.");
    }

    @Test
    void aReplyCanBeInterruptedAndTakenUpAgainAndAgain() {
        Conversation conversation = conversation(new ScriptedModel("One two three four. ", "Five six seven."));
        interruptAfter(10000, conversation, textWhole);
        String first = remembered().get(1);

        interruptAfter(10000, conversation, textWhole);
        String second = remembered().get(1);
        conversation.goOn(events::add, new Cancellation());

        assertThat(second).startsWith(first).hasSizeGreaterThan(first.length());
        assertThat(remembered()).containsExactly("hi", "One two three four. Five six seven.");
    }

    @Test
    void aStreamThatBrokeOffIsTakenUpAgainWhereItBroke() {
        ScriptedModel model =
                new ScriptedModel("Half an answer").failingAtTheEnd(true).then("and the other half.");
        Conversation conversation = conversation(model);
        conversation.speak(false);
        assertThatThrownBy(() -> conversation.say("hi", events::add, new Cancellation()))
                .hasMessage("the model broke off");

        conversation.goOn(events::add, new Cancellation());

        assertThat(model.asked.get(1)).contains(ChatMessage.user("hi"), ChatMessage.assistant("Half an answer"));
        assertThat(remembered()).containsExactly("hi", "Half an answer and the other half.");
    }

    @Test
    void aReplyThatHadNotBegunIsAskedForAgain() {
        ScriptedModel model = new ScriptedModel().failingAtTheEnd(true).then("Hello.");
        Conversation conversation = conversation(model);
        assertThatThrownBy(() -> conversation.say("hi", events::add, new Cancellation()));

        conversation.goOn(events::add, new Cancellation());

        assertThat(model.asked.get(1)).isEqualTo(model.asked.get(0));
        assertThat(remembered()).containsExactly("hi", "Hello.");
    }

    @Test
    void aReplyThatFailsToGoOnLosesNothing() {
        ScriptedModel model = new ScriptedModel("Half an answer").failingAtTheEnd(true);
        Conversation conversation = conversation(model);
        conversation.speak(false);
        assertThatThrownBy(() -> conversation.say("hi", events::add, new Cancellation()));
        assertThatThrownBy(() -> conversation.goOn(events::add, new Cancellation()));
        model.then("now.");

        conversation.goOn(events::add, new Cancellation());

        assertThat(remembered()).containsExactly("hi", "Half an answer Half an answer now.");
    }

    @Test
    void whatWasWholeCannotBeTakenUpAgain() {
        Conversation conversation = conversation(new ScriptedModel("Hello."));
        conversation.say("hi", events::add, new Cancellation());

        assertThatThrownBy(() -> conversation.goOn(events::add, new Cancellation()))
                .isInstanceOfSatisfying(
                        AssistantException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.USAGE))
                .hasMessageContaining("Nothing to continue");
    }

    @Test
    void aForgottenConversationHasNothingToContinue() {
        Conversation conversation = conversation(new ScriptedModel("Half").failingAtTheEnd(true));
        assertThatThrownBy(() -> conversation.say("hi", events::add, new Cancellation()));

        conversation.clear();

        assertThatThrownBy(() -> conversation.goOn(events::add, new Cancellation()))
                .hasMessageContaining("Nothing to continue");
    }

    @Test
    void theKeeperGetsOneTurnInThePlaceOfTheInterruptedOne() {
        Conversation conversation = conversation(new ScriptedModel("First sentence here. ", "Second one."));
        interruptAfter(12000, conversation, textWhole);

        conversation.goOn(events::add, new Cancellation());

        assertThat(kept)
                .containsExactly("INTERRUPTED First sentence", "undone", "WHOLE First sentence here. Second one.");
    }

    @Test
    void chineseIsJoinedWithoutASpaceAndAskedForInChinese() {
        ScriptedModel model = new ScriptedModel("今天天气很好，").failingAtTheEnd(true).then("适合出门。");
        Conversation conversation = conversation(model);
        conversation.speak(false);
        assertThatThrownBy(() -> conversation.say("天气", events::add, new Cancellation()));

        conversation.goOn(events::add, new Cancellation());

        assertThat(model.asked.get(1).get(3).text()).contains("今天天气很好，").contains("接着往下说");
        assertThat(remembered()).containsExactly("天气", "今天天气很好，适合出门。");
    }

    /** Asks, or goes on, and interrupts when {@code text} allows it and so much was heard. */
    private void interruptAfter(int samples, Conversation conversation, Semaphore text) {
        Cancellation cancellation = new Cancellation();
        speaker.standStill();
        Future<?> running = turn.submit(() -> {
            if (history.size() == 0) {
                conversation.say("hi", this::take, cancellation);
            } else {
                conversation.goOn(this::take, cancellation);
            }
        });
        text.acquireUninterruptibly();
        speaker.letPass(samples);
        cancellation.cancel();
        assertThat(running).failsWithin(Duration.ofSeconds(10));
        speaker.letAllPass();
    }

    private void take(TurnEvent event) {
        if (event instanceof TurnEvent.TextWhole) {
            textWhole.release();
        }
    }

    private Conversation conversation(ScriptedModel model) {
        SpeechOutput output = new SpeechOutput(voice, "tone", Voice.DEFAULT, speaker, Optional.empty());
        return new Conversation(model, history, "be brief", Optional.of(output), new TurnKeeper() {
            @Override
            public void ended(TurnRecord ended) {
                kept.add(ended.end().kind() + " " + ended.end().reached());
            }

            @Override
            public void undone() {
                kept.add("undone");
            }
        });
    }

    private List<String> remembered() {
        List<ChatMessage> messages = history.messagesFor("", "");
        return messages.subList(0, messages.size() - 1).stream()
                .map(ChatMessage::text)
                .toList();
    }
}
