package dev.voicebot.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.recognition.Transcript;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TalkTest {
    private static final String F2 = "\033OQ";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {F2, "\033[12~", "\0", " "})
    void aKeyStartsTalkingAndTheSameKeySendsWhatWasSaid(String key) throws Exception {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type(key);
            ScriptedSpeech.Take take = chat.speech.take();
            take.hear(Short.MAX_VALUE);
            awaitRecording(chat, "");
            assertThat(chat.turns.readied)
                    .describedAs("connections open while the user speaks")
                    .hasValue(1);
            Consumer<Transcript> updates = chat.speech.updates();
            updates.accept(ScriptedSpeech.partial("what is"));
            awaitRecording(chat, "what is");
            updates.accept(ScriptedSpeech.partial("what is the \033[31mtime"));
            awaitRecording(chat, "what is the time");

            chat.speech.said = "What is the time?";
            chat.type(key);

            assertThat(chat.turns.next().question).isEqualTo("What is the time?");
            assertThat(chat.turns.expected)
                    .describedAs("what was understood so far")
                    .contains("what is the time");
            chat.screen.awaitRows("hello", "", "› What is the time?", "thinking… ›");
            assertThat(take.closed.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** The time that has passed is the machine's affair. */
    private static void awaitRecording(Chat chat, String above) {
        chat.screen.await(
                rows -> IntStream.range(1, rows.size())
                        .anyMatch(i -> rows.get(i).matches("● rec \\d:\\d\\d █ ›")
                                && rows.get(i - 1).equals(above)),
                above + " above the recording's state");
    }

    @Test
    void enterEndsTheTalkToo() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type(F2);
            chat.speech.updates();

            chat.speech.said = "hi";
            chat.type("\r");

            assertThat(chat.turns.next().question).isEqualTo("hi");
            assertThat(chat.turns.expected)
                    .describedAs("nothing was understood before")
                    .containsOnly("");
            assertThat(chat.turns.spoken)
                    .describedAs("the turn's time counts from its last word")
                    .hasValue(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\003", "\033"})
    void aCancelledTalkSendsNothing(String key) throws Exception {
        try (Chat chat = new Chat(folder, 60)) {
            chat.speech.said = "secret";
            chat.type(F2);
            ScriptedSpeech.Take take = chat.speech.take();
            chat.speech.updates().accept(ScriptedSpeech.partial("secr"));
            chat.screen.awaitRow("secr");

            chat.type(key);

            chat.screen.awaitRows("hello", "", "›", "");
            assertThat(take.closed.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(chat.ask("typed").question).isEqualTo("typed");
        }
    }

    @Test
    void talkingInterruptsTheReply() {
        try (Chat chat = new Chat(folder, 60)) {
            ScriptedTurns.Turn turn = chat.ask("go on");
            turn.token("and on");
            chat.screen.awaitRow("and on");

            chat.type(F2);
            chat.speech.updates();

            chat.screen.awaitRows("and on", "[interrupted]");
            assertThat(turn.cancellation.isCancelled()).isTrue();
        }
    }

    @Test
    void nothingHeardIsSaid() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type(F2);
            chat.speech.updates();

            chat.type(F2);

            chat.screen.awaitRows("nothing heard", "›");
            assertThat(chat.turns.nothingAsked()).isTrue();
        }
    }

    @Test
    void wordsSpokenIntoABegunTextWaitForEnter() {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type("translate: " + F2);
            chat.speech.updates();

            chat.speech.said = "good morning";
            chat.type(F2);

            chat.screen.awaitRow("› translate: good morning");
            chat.type("\r");
            assertThat(chat.turns.next().question).isEqualTo("translate: good morning");
        }
    }

    @Test
    void withoutRecognitionTheReasonIsToldAndThePromptStays() throws Exception {
        try (Chat chat = new Chat(folder, 80)) {
            chat.speech.unavailable =
                    new AssistantException(FaultKind.CREDENTIALS, "talking needs a key: set DASHSCOPE_API_KEY");

            chat.type(F2);

            chat.screen.awaitRows("talking needs a key: set DASHSCOPE_API_KEY", "›");
            assertThat(chat.speech.take().closed.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(chat.ask("typed").question).isEqualTo("typed");
        }
    }

    @Test
    void whatWasUnderstoodBeforeAFaultCanBeEdited() {
        try (Chat chat = new Chat(folder, 80)) {
            chat.speech.fault = new AssistantException(FaultKind.SERVICE, "the connection broke: talk again");
            chat.type("/talk\r");
            chat.speech.updates().accept(ScriptedSpeech.partial("half a sent"));
            chat.screen.awaitRow("half a sent");

            chat.type(F2);

            chat.screen.awaitRows("the connection broke: talk again", "› half a sent");
        }
    }

    @Test
    void leavingClosesTheMicrophone() throws Exception {
        try (Chat chat = new Chat(folder, 60)) {
            chat.type(F2);
            ScriptedSpeech.Take take = chat.speech.take();
            chat.speech.updates();

            chat.type("\004");

            chat.awaitEnd();
            assertThat(take.closed.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
