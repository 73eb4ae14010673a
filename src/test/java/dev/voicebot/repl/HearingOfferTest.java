package dev.voicebot.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A chat without a recognizer, which can be downloaded. */
@Timeout(60)
class HearingOfferTest {
    private static final String F2 = "\033OQ";
    private static final String QUESTION = "Agree and download it now? [Y/n]";
    private static final String READY = "Voice input is ready: ears (local). Talk with F2.";

    @TempDir
    private Path folder;

    private final ScriptedOffer offer = new ScriptedOffer();

    private Chat chat() {
        return Chat.offering(folder, Chat.STYLE, Chat.HANDS_FREE, offer);
    }

    private static void press(Chat chat) {
        chat.type(F2);
        chat.screen.awaitRow("[Y/n] ›");
    }

    @Test
    void theTalkKeySaysWhatIsMissingAndAsks() {
        try (Chat chat = chat()) {
            press(chat);

            chat.screen.awaitRows("No recognizer yet. ears is 200 MB once.", QUESTION, "[Y/n] ›");
            assertThat(offer.downloads).isEmpty();
            assertThat(chat.speech.takes).isEmpty();
        }
    }

    @Test
    void whileItIsDownloadedOneTypesAndThenTheKeyTalks() {
        try (Chat chat = chat()) {
            press(chat);
            chat.type("\r");
            ScriptedOffer.Download download = offer.download();
            download.has(ScriptedOffer.SIZE / 2);
            chat.screen.awaitRow("download 50% ›");

            ScriptedTurns.Turn turn = chat.ask("hello");
            turn.token("Hi.");
            turn.end();
            chat.screen.awaitRow("Hi.");
            download.isWhole();
            chat.screen.awaitRow(READY);
            chat.screen.awaitRow("›");

            chat.type(F2);
            chat.speech.updates();
            chat.speech.said = "what time is it";
            chat.type(F2);
            assertThat(chat.turns.next().question).isEqualTo("what time is it");
        }
    }

    @Test
    void whoSaysNoIsToldTheCommandAndNotAskedAgain() {
        try (Chat chat = chat()) {
            press(chat);
            chat.type("n\r");
            chat.screen.awaitRows(QUESTION, "To download it later, run: voicebot models pull ears", "›");

            chat.type(F2);

            chat.screen.awaitRows(
                    QUESTION,
                    "To download it later, run: voicebot models pull ears",
                    "To download it later, run: voicebot models pull ears",
                    "›");
            assertThat(offer.downloads).isEmpty();
        }
    }

    @Test
    void anotherLineIsAMessageAndTheQuestionStays() {
        try (Chat chat = chat()) {
            press(chat);

            chat.ask("why?").end();
            chat.screen.awaitRow("[Y/n] ›");
            chat.type("Y\r");

            assertThat(offer.download()).isNotNull();
        }
    }

    @Test
    void escapeRefuses() {
        try (Chat chat = chat()) {
            press(chat);

            chat.type("\033");

            chat.screen.awaitRow("To download it later, run: voicebot models pull ears");
        }
    }

    @Test
    void aSecondPressStopsTheDownloadAndAThirdAsksToContinueIt() {
        try (Chat chat = chat()) {
            press(chat);
            chat.type("\r");
            ScriptedOffer.Download download = offer.download();
            download.has(ScriptedOffer.SIZE / 4);
            chat.screen.awaitRow("download 25% ›");

            chat.type(F2);
            chat.screen.awaitRows("Download stopped at 25%. F2 continues it.", "›");
            offer.needsAgreement = false;
            chat.type(F2);

            chat.screen.awaitRow("Download it now? [Y/n]");
            chat.type("y\r");
            offer.download().isWhole();
            chat.screen.awaitRow(READY);
        }
    }

    @Test
    void ctrlCClearsTheLineFirstAndThenStopsTheDownload() {
        try (Chat chat = chat()) {
            press(chat);
            chat.type("\r");
            offer.download();
            chat.screen.awaitRow("›");
            chat.type("draft");
            chat.screen.awaitRow("› draft");

            chat.type("\003");
            chat.screen.awaitRow("›");
            chat.type("\003");

            chat.screen.awaitRow("Download stopped at 0%. F2 continues it.");
        }
    }

    @Test
    void aFailureIsOneLineThatSaysWhatToDo() {
        try (Chat chat = chat()) {
            press(chat);
            chat.type("\r");

            offer.download().fails(new AssistantException(FaultKind.SERVICE, "example.com is down."));

            chat.screen.awaitRow("example.com is down. F2 continues the download.");
        }
    }

    @Test
    void anotherHostIsAskedFor() throws Exception {
        try (Chat chat = chat()) {
            press(chat);
            chat.type("\r");
            ScriptedOffer.Download download = offer.download();

            CompletableFuture<Boolean> agreed = CompletableFuture.supplyAsync(
                    () -> download.listener().usesInstead("a.example does not answer.", "b.example"));
            chat.screen.awaitRow("a.example does not answer. Download from b.example instead? [Y/n]");
            chat.type("n\r");

            assertThat(agreed.get(20, TimeUnit.SECONDS)).isFalse();
        }
    }

    @Test
    void whatWasPulledElsewhereMeanwhileIsUsedWithoutAQuestion() {
        try (Chat chat = chat()) {
            offer.isPulledElsewhere = true;

            chat.type(F2);

            chat.screen.awaitRow(READY);
        }
    }

    @Test
    void withoutAMicrophoneThatIsSaidAndNothingIsOffered() {
        try (Chat chat = chat()) {
            chat.speech.obstacle = Optional.of("No microphone found.");

            chat.type(F2);

            chat.screen.awaitRows("No microphone found.", "F2 again sets up voice input all the same.", "›");
            press(chat);
            chat.screen.awaitRow("No recognizer yet. ears is 200 MB once.");
        }
    }

    @Test
    void handsFreeBeginsWhenTheRecognizerIsThere() {
        try (Chat chat = chat()) {
            chat.type("/handsfree\r");
            chat.screen.awaitRow("[Y/n] ›");
            chat.type("\r");

            offer.download().isWhole();

            chat.screen.awaitRow("listening ›");
        }
    }

    @Test
    void inPlainLinesTheQuestionIsALineAndSoIsTheAnswer() {
        try (Chat chat = Chat.offering(folder, Chat.PLAIN, Chat.HANDS_FREE, offer)) {
            chat.typeLine("/talk");
            chat.screen.awaitRow("Agree and download it now? Type y or n; Enter alone means yes.");
            chat.typeLine("y");
            ScriptedOffer.Download download = offer.download();
            download.has(ScriptedOffer.SIZE * 3 / 5);
            chat.screen.awaitRow("downloading: 50%");

            download.isWhole();

            chat.screen.awaitRow("Voice input is ready: ears (local). Talk with /talk.");
            assertThat(chat.screen.received()).doesNotContain("\033", "\b");
        }
    }

    @Test
    void leavingStopsTheDownload() {
        ScriptedOffer.Download download;
        try (Chat chat = chat()) {
            press(chat);
            chat.type("\r");
            download = offer.download();
        }

        assertThat(download.end()).isCompletedExceptionally();
    }
}
