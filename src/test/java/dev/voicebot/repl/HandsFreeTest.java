package dev.voicebot.repl;

import static dev.voicebot.audio.SpokenClips.joined;
import static dev.voicebot.audio.SpokenClips.silence;
import static dev.voicebot.audio.SpokenClips.spoken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.SpokenClips;
import dev.voicebot.config.Answering;
import dev.voicebot.config.GivenSettings;
import dev.voicebot.config.TalkSettings;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.recognition.Sentence;
import dev.voicebot.recognition.Transcript;
import dev.voicebot.talk.TalkStyle;
import dev.voicebot.terminal.KeyName;
import dev.voicebot.turn.TurnEvent;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conversations without keys: real speech goes into the microphone, faster than it was spoken. */
@Timeout(60)
class HandsFreeTest {
    private static final String F2 = "\033OQ";
    private static final short[] SPEECH = spoken("What is the time?", 9000);
    private static final short[] QUESTION = joined(silence(1), SPEECH, silence(1.2));
    private static final short[] BEGUN = joined(silence(1), SPEECH);

    @TempDir
    Path folder;

    private Chat listening() {
        Chat chat = Chat.handsFree(folder, Chat.STYLE, Chat.HANDS_FREE);
        chat.type("/handsfree on\r");
        chat.screen.awaitRow("listening ›");
        return chat;
    }

    @Test
    void whatIsSaidBecomesATurnAndSoDoesTheNext() throws Exception {
        try (Chat chat = listening()) {
            ScriptedSpeech.Take take = chat.speech.take();
            take.hear(silence(3));
            take.awaitHeard();
            assertThat(chat.speech.listening)
                    .as("recognisers, which cost money")
                    .isEmpty();

            chat.speech.said = "What is the time?";
            take.hear(QUESTION);
            ScriptedTurns.Turn first = chat.turns.next();
            assertThat(first.question).isEqualTo("What is the time?");
            assertThat(indexOf(SPEECH, heard(chat))).as("its first word").isNotNegative();
            chat.screen.awaitRow("thinking… ›");
            first.token("It is noon.");
            first.end();
            chat.screen.awaitRows("It is noon.", "", "listening ›");

            chat.speech.said = "And now?";
            take.hear(QUESTION);

            assertThat(chat.turns.next().question).isEqualTo("And now?");
            assertThat(chat.speech.takes).as("other microphones").isEmpty();
        }
    }

    @Test
    void itIsSeenThatSomebodyIsHeardAndWhatWasUnderstood() throws Exception {
        try (Chat chat = listening()) {
            chat.speech.take().hear(BEGUN);

            chat.speech.updates().accept(ScriptedSpeech.partial("what is"));

            chat.screen.await(
                    rows -> rows.stream().anyMatch(row -> row.matches("● hearing 0:\\d\\d [▁▂▃▄▅▆▇█]+ › what is")),
                    "what is heard");
        }
    }

    @Test
    void speakingDuringAReplyHaltsItAndWordsInterruptIt() throws Exception {
        try (Chat chat = listening()) {
            ScriptedSpeech.Take take = chat.speech.take();
            ScriptedTurns.Turn reply = speaking(chat, "tell me a tale");

            take.hear(BEGUN);
            Consumer<Transcript> updates = chat.speech.updates();
            assertThat(chat.turns.transport.isPaused()).isTrue();
            updates.accept(ScriptedSpeech.partial("what"));

            chat.screen.awaitRows("Once upon a time", "[interrupted]");
            assertThat(reply.cancellation.isCancelled()).isTrue();
            chat.speech.said = "What king?";
            take.hear(silence(1.2));
            assertThat(chat.turns.next().question).isEqualTo("What king?");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "嗯。", "Right."})
    void aCoughOrABackChannelOnlyHaltsTheReply(String said) throws Exception {
        try (Chat chat = listening()) {
            ScriptedSpeech.Take take = chat.speech.take();
            ScriptedTurns.Turn reply = speaking(chat, "tell me a tale");
            chat.speech.said = said;
            take.hear(BEGUN);
            chat.speech.updates().accept(ScriptedSpeech.partial(said));

            take.hear(silence(1.2));

            chat.screen.awaitRow("speaking ›");
            assertThat(chat.turns.transport.wanted).containsExactly("pause", "pause");
            assertThat(chat.turns.transport.isPaused()).isFalse();
            assertThat(reply.cancellation.isCancelled()).isFalse();
            assertThat(chat.screen.rows()).doesNotContain("Didn't hear anything.", "[interrupted]");
        }
    }

    @Test
    void aBackChannelIsAnAnswerWhenNothingIsSpoken() throws Exception {
        try (Chat chat = listening()) {
            chat.speech.said = "嗯。";
            chat.speech.take().hear(QUESTION);

            assertThat(chat.turns.next().question).isEqualTo("嗯。");
        }
    }

    @Test
    void aStopWordEndsTheReplyAndNothingIsAsked() throws Exception {
        try (Chat chat = listening()) {
            ScriptedSpeech.Take take = chat.speech.take();
            ScriptedTurns.Turn reply = speaking(chat, "tell me a tale");
            chat.speech.said = "Stop!";

            take.hear(QUESTION);

            chat.screen.awaitRows("Once upon a time", "[interrupted]", "", "listening ›");
            assertThat(reply.cancellation.isCancelled()).isTrue();
            chat.speech.said = "What is the time?";
            take.hear(QUESTION);
            assertThat(chat.turns.next().question).isEqualTo("What is the time?");
        }
    }

    @Test
    void goodbyeTurnsHandsFreeOff() throws Exception {
        try (Chat chat = listening()) {
            ScriptedSpeech.Take take = chat.speech.take();
            chat.speech.said = "Goodbye.";

            take.hear(QUESTION);

            chat.screen.awaitRows("Hands-free is off.", "›");
            assertThat(take.closed.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aPauseAfterWordsThatAskForMoreEndsNothing() throws Exception {
        try (Chat chat = listening()) {
            ScriptedSpeech.Take take = chat.speech.take();
            take.hear(BEGUN);
            chat.speech.updates().accept(ScriptedSpeech.partial("I would like tea and"));
            chat.screen.await(rows -> rows.stream().anyMatch(row -> row.endsWith("tea and")), "the words");
            chat.speech.said = "I would like tea and cake.";

            take.hear(joined(silence(1.5), SPEECH, silence(2.2)));

            assertThat(chat.turns.next().question).isEqualTo("I would like tea and cake.");
            assertThat(chat.speech.listening).as("other talks").isEmpty();
        }
    }

    @Test
    void aFinishedSentenceEndsAtAShortPause() throws Exception {
        try (Chat chat = listening()) {
            ScriptedSpeech.Take take = chat.speech.take();
            take.hear(joined(BEGUN, silence(0.4)));
            take.awaitHeard();
            chat.speech.said = "What is the time?";
            chat.speech.updates().accept(ScriptedSpeech.partial("What is the time?"));
            chat.screen.await(rows -> rows.stream().anyMatch(row -> row.endsWith("time?")), "the words");

            take.hear(silence(0.04));

            assertThat(chat.turns.next().question).isEqualTo("What is the time?");
        }
    }

    private static ScriptedTurns.Turn speaking(Chat chat, String question) {
        ScriptedTurns.Turn reply = chat.ask(question);
        reply.token("Once upon a time");
        reply.event(new TurnEvent.SpeechBegan());
        chat.screen.awaitRow("speaking ›");
        return reply;
    }

    private Chat answering() {
        TalkSettings settings = GivenSettings.talk(Map.of("tail", Duration.ofMillis(1), "answer", Answering.AUTO));
        return new Chat(folder, 100, new TalkStyle(KeyName.all(List.of("f2")), true, settings, false, Chat.TAPS));
    }

    private static void heardToItsEnd(Chat chat, String reply) {
        ScriptedTurns.Turn turn = chat.ask("begin");
        turn.token(reply);
        turn.event(new TurnEvent.SpeechBegan());
        turn.end();
    }

    @Test
    void theMicrophoneOpensForTheAnswerToAQuestionAndClosesBehindIt() throws Exception {
        try (Chat chat = answering()) {
            heardToItsEnd(chat, "Shall I go **on?**\n");
            chat.screen.awaitRow("listening ›");

            chat.speech.said = "Yes, please.";
            chat.speech.take().hear(QUESTION);

            ScriptedTurns.Turn next = chat.turns.next();
            assertThat(next.question).isEqualTo("Yes, please.");
            next.token("All right.");
            next.event(new TurnEvent.SpeechBegan());
            next.end();
            chat.screen.awaitRows("All right.", "", "›");
            assertThat(chat.speech.takes).as("microphones").isEmpty();
        }
    }

    @Test
    void escapeClosesIt() {
        try (Chat chat = answering()) {
            heardToItsEnd(chat, "你要继续吗？”");
            chat.screen.awaitRow("listening ›");

            chat.type("\033");

            chat.screen.awaitRows("你要继续吗？”", "", "›");
        }
    }

    @Test
    void withoutAnAnswerItClosesAgainAndSaysNothing() throws Exception {
        try (Chat chat = answering()) {
            heardToItsEnd(chat, "Shall I go on?");

            chat.speech.take().hear(silence(11));

            chat.screen.awaitRows("Shall I go on?", "", "›");
            assertThat(chat.speech.listening).as("recognizers").isEmpty();
        }
    }

    @Test
    void itsOwnVoiceDoesNotInterruptIt() throws Exception {
        try (Chat chat = listening()) {
            ScriptedSpeech.Take take = chat.speech.take();
            ScriptedTurns.Turn reply = speaking(chat, "tell me a tale");

            chat.speech.playing = -16;
            take.hear(SpokenClips.scaled(
                    spoken("Once upon a time there was a king who had three daughters, and all were fair.", 9000),
                    0.3));
            take.awaitHeard();
            chat.type("x");

            chat.screen.awaitRow("speaking › x");
            assertThat(chat.speech.listening).isEmpty();
            assertThat(reply.cancellation.isCancelled()).isFalse();
        }
    }

    @Test
    void itCanBeForbiddenToInterrupt() throws Exception {
        try (Chat chat = Chat.handsFree(folder, Chat.STYLE, Chat.handsFree(true, false))) {
            chat.screen.awaitRow("listening ›");
            ScriptedSpeech.Take take = chat.speech.take();
            ScriptedTurns.Turn reply = speaking(chat, "tell me a tale");

            take.hear(QUESTION);
            take.awaitHeard();
            reply.end();

            chat.screen.awaitRow("listening ›");
            assertThat(chat.speech.listening).isEmpty();
            assertThat(reply.cancellation.isCancelled()).isFalse();
        }
    }

    @Test
    void whoGoesOnSpeakingBeforeTheReplyBeginsHasNotFinishedTheQuestion() throws Exception {
        try (Chat chat = listening()) {
            ScriptedSpeech.Take take = chat.speech.take();
            chat.speech.said = "Tell me a tale";
            take.hear(QUESTION);
            assertThat(chat.turns.next().question).isEqualTo("Tell me a tale");

            chat.speech.said = "about a king.";
            take.hear(QUESTION);

            assertThat(chat.turns.next().question).isEqualTo("Tell me a tale about a king.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", F2, " "})
    void itSleepsAfterALongSilenceAndAKeyWakesIt(String key) throws Exception {
        try (Chat chat = listening()) {
            ScriptedSpeech.Take take = chat.speech.take();

            take.hear(silence(31));

            chat.screen.awaitRow("asleep (press Enter) ›");
            assertThat(take.closed.await(10, TimeUnit.SECONDS)).isTrue();
            chat.type(key);
            chat.screen.awaitRow("listening ›");
            ScriptedSpeech.Take again = chat.speech.take();
            chat.speech.said = "Good morning.";
            again.hear(QUESTION);
            assertThat(chat.turns.next().question).isEqualTo("Good morning.");
        }
    }

    @Test
    void aLongReplyDoesNotSendItToSleep() throws Exception {
        try (Chat chat = listening()) {
            ScriptedSpeech.Take take = chat.speech.take();
            ScriptedTurns.Turn reply = speaking(chat, "tell me a tale");

            take.hear(silence(40));
            take.awaitHeard();
            reply.end();

            chat.screen.awaitRow("listening ›");
            assertThat(take.closed.getCount()).isEqualTo(1);
        }
    }

    @Test
    void anotherMicrophoneIsTakenAtOnce() throws Exception {
        try (Chat chat = listening()) {
            ScriptedSpeech.Take take = chat.speech.take();

            chat.type("/devices in usb\r");

            assertThat(take.closed.await(10, TimeUnit.SECONDS)).isTrue();
            chat.speech.said = "Hello.";
            chat.speech.take().hear(QUESTION);
            assertThat(chat.turns.next().question).isEqualTo("Hello.");
        }
    }

    @Test
    void itIsSwitchedOff() throws Exception {
        try (Chat chat = listening()) {
            ScriptedSpeech.Take take = chat.speech.take();

            chat.type("/handsfree\r");

            chat.screen.awaitRows("Hands-free is off.", "›");
            assertThat(take.closed.await(10, TimeUnit.SECONDS)).isTrue();
            chat.type(F2);
            chat.speech.take();
            chat.speech.updates();
        }
    }

    @Test
    void aKeyBeginsATalkFromTheOpenMicrophone() throws Exception {
        try (Chat chat = listening()) {
            ScriptedSpeech.Take take = chat.speech.take();
            chat.type(F2);
            chat.speech.updates();
            chat.screen.await(rows -> rows.stream().anyMatch(row -> row.startsWith("● rec ")), "recording");

            chat.speech.said = "What is the time?";
            take.hear(QUESTION);

            assertThat(chat.turns.next().question).isEqualTo("What is the time?");
            assertThat(chat.speech.takes).as("other microphones").isEmpty();
        }
    }

    @Test
    void anUnpluggedMicrophoneIsToldOnceAndTypingGoesOn() throws Exception {
        try (Chat chat = listening()) {
            ScriptedSpeech.Take take = chat.speech.take();
            chat.speech.said = "half of it";
            take.hear(BEGUN);
            chat.speech.updates();

            take.die(new AssistantException(FaultKind.AUDIO_DEVICE, "the microphone is gone"));

            assertThat(chat.turns.next().question).isEqualTo("half of it");
            chat.screen.awaitRows("the microphone is gone", "Hands-free is off. /handsfree turns it back on.");
            assertThat(chat.ask("typed").question).isEqualTo("typed");
            assertThat(chat.screen.everyRow()).containsOnlyOnce("the microphone is gone");
        }
    }

    @Test
    void withoutAKeyForTheServiceTheReasonIsTold() {
        try (Chat chat = Chat.handsFree(folder, Chat.STYLE, Chat.HANDS_FREE)) {
            chat.speech.unavailable = new AssistantException(FaultKind.CREDENTIALS, "talking needs a key");

            chat.type("/handsfree on\r");

            chat.screen.awaitRows("talking needs a key", "Hands-free is off. /handsfree turns it back on.", "›");
            assertThat(chat.speech.takes).as("microphones").isEmpty();
        }
    }

    @Test
    void theEndOfASentenceEndsWhatIsSaidSooner() throws Exception {
        try (Chat chat = listening()) {
            ScriptedSpeech.Take take = chat.speech.take();
            chat.speech.said = "What is the time?";
            take.hear(joined(BEGUN, silence(0.4)));
            take.awaitHeard();
            Sentence sentence = new Sentence("What is the time?", Duration.ZERO, Duration.ofSeconds(1));

            chat.speech.updates().accept(new Transcript(List.of(sentence), ""));

            assertThat(chat.turns.next().question).isEqualTo("What is the time?");
        }
    }

    @Test
    void afterThreeFailuresItSleeps() throws Exception {
        try (Chat chat = listening()) {
            ScriptedSpeech.Take take = chat.speech.take();
            chat.speech.fault = new AssistantException(FaultKind.SERVICE, "the connection broke");
            for (int i = 0; i < 3; i++) {
                take.hear(QUESTION);
                chat.speech.updates();
            }

            chat.screen.awaitRows(
                    "Hands-free is asleep because speech cannot be recognized. Press Enter to wake it.",
                    "asleep (press Enter) ›");
        }
    }

    @Test
    void droppingWhatIsSaidGoesOnListening() throws Exception {
        try (Chat chat = listening()) {
            ScriptedSpeech.Take take = chat.speech.take();
            take.hear(BEGUN);
            chat.speech.updates();

            chat.type("\033");
            chat.screen.awaitRow("listening ›");
            take.hear(silence(1.2));
            chat.speech.said = "Hello.";
            take.hear(QUESTION);

            assertThat(chat.turns.next().question).isEqualTo("Hello.");
        }
    }

    @Test
    void aMutedMicrophoneIsTold() throws Exception {
        try (Chat chat = listening()) {
            chat.speech.take().hear(silence(11));

            chat.screen.awaitRow("The microphone is silent: it may be muted, or this terminal may lack permission.");
        }
    }

    @Test
    void forScreenReadersTheStateIsALine() throws Exception {
        try (Chat chat = Chat.handsFree(folder, Chat.PLAIN, Chat.HANDS_FREE)) {
            chat.typeLine("/handsfree on");
            chat.screen.awaitRow("listening");
            chat.speech.said = "What is the time?";
            chat.speech.take().hear(QUESTION);

            ScriptedTurns.Turn turn = chat.turns.next();
            turn.token("Noon.");
            turn.event(new TurnEvent.SpeechBegan());
            turn.end();

            chat.screen.awaitRows(
                    "listening", "hearing", "recognizing", "you: What is the time?", "thinking", "speaking", "Noon.");
            chat.screen.await(rows -> rows.lastIndexOf("listening") > rows.indexOf("Noon."), "listening again");
        }
    }

    private static short[] heard(Chat chat) {
        return joined(chat.speech.heard.stream().map(PcmFrame::samples).toArray(short[][]::new));
    }

    private static int indexOf(short[] part, short[] whole) {
        for (int i = 0; i + part.length <= whole.length; i++) {
            if (ShortBuffer.wrap(whole, i, part.length).equals(ShortBuffer.wrap(part))) {
                return i;
            }
        }
        return -1;
    }
}
