package dev.voicebot.repl;

import static dev.voicebot.audio.SpokenClips.joined;
import static dev.voicebot.audio.SpokenClips.silence;
import static dev.voicebot.audio.SpokenClips.spoken;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Hands-free is asleep until the wake word is said. */
@Timeout(60)
class WakeWordTest {
    private static final short[] QUESTION = joined(silence(1), spoken("What is the time?", 9000), silence(1.2));
    private static final int PHRASE = Short.MAX_VALUE; // see ScriptedWakeWord

    @TempDir
    private Path folder;

    private Chat asleep() {
        Chat chat = Chat.handsFree(folder, Chat.STYLE, Chat.wokenBy("hey bot"));
        chat.type("/handsfree on\r");
        chat.screen.awaitRow("asleep (say \"hey bot\") ›");
        return chat;
    }

    @Test
    void nothingIsRecognizedBeforeThePhraseAndWhatFollowsItIs() throws Exception {
        try (Chat chat = asleep()) {
            ScriptedSpeech.Take take = chat.speech.take();
            take.hear(QUESTION);
            take.awaitHeard();
            assertThat(chat.speech.listening).as("recognizers").isEmpty();

            chat.speech.said = "What is the time?";
            take.hear(PHRASE);
            take.hear(QUESTION);

            assertThat(chat.turns.next().question).isEqualTo("What is the time?");
            assertThat(chat.speech.takes).as("other microphones").isEmpty();
        }
    }

    @Test
    void afterASilenceItFallsAsleepAgain() throws Exception {
        try (Chat chat = asleep()) {
            ScriptedSpeech.Take take = chat.speech.take();
            take.hear(PHRASE);
            chat.screen.awaitRow("listening ›");

            take.hear(silence(31));

            chat.screen.awaitRow("asleep (say \"hey bot\") ›");
            assertThat(take.closed.await(10, TimeUnit.SECONDS)).isTrue();
            chat.speech.take().hear(PHRASE);
            chat.screen.awaitRow("listening ›");
        }
    }

    @Test
    void aKeyWakesItToo() throws Exception {
        try (Chat chat = asleep()) {
            ScriptedSpeech.Take sleeping = chat.speech.take();

            chat.type("\r");

            chat.screen.awaitRow("listening ›");
            assertThat(sleeping.closed.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void switchedOffItClosesTheMicrophone() throws Exception {
        try (Chat chat = asleep()) {
            ScriptedSpeech.Take sleeping = chat.speech.take();

            chat.type("/handsfree off\r");

            chat.screen.awaitRow("Hands-free is off.");
            assertThat(sleeping.closed.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aPhraseThatNothingCanListenForSwitchesItOff() {
        try (Chat chat = Chat.handsFree(folder, Chat.STYLE, Chat.wokenBy("unspeakable"))) {
            chat.type("/handsfree on\r");

            chat.screen.awaitRows("cannot be spelled", "Hands-free is off. /handsfree turns it back on.", "›");
            assertThat(chat.speech.takes).as("microphones").isEmpty();
        }
    }
}
