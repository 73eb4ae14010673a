package dev.voicebot.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.chat.ChatHistory;
import dev.voicebot.chat.ChatMessage;
import dev.voicebot.chat.ChatUsage;
import dev.voicebot.chat.Exchange;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.recordings.RecordingArchive;
import dev.voicebot.recordings.SavedReply;
import dev.voicebot.speakable.CodeSpeech;
import dev.voicebot.speakable.SpeechManner;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.Voice;
import dev.voicebot.wording.Numerals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class ConversationTest {
    @TempDir
    private Path folder;

    private final ChatHistory history = new ChatHistory(10);
    private final ToneVoice voice = new ToneVoice();
    private final MemoryOutput speaker = new MemoryOutput();
    private final ConcurrentLinkedQueue<TurnEvent> events = new ConcurrentLinkedQueue<>();
    private final Cancellation cancellation = new Cancellation();
    private final ExecutorService turn = Executors.newSingleThreadExecutor();

    @AfterEach
    void endTheTurnsThread() {
        turn.shutdownNow();
    }

    @Test
    void aTurnIsShownSpokenSavedAndRemembered() {
        Conversation conversation = conversation(new ScriptedModel("Hello ", "there. ", "Bye."));

        conversation.say("hi", events::add, cancellation);

        assertThat(shown()).isEqualTo("Hello there. Bye.");
        assertThat(String.join(" ", voice.written)).contains("Hello there.").contains("Bye.");
        assertThat(speaker.heard().length).isEqualTo(samplesSpoken());
        SavedReply saved = archive().list().get(0);
        assertThat(saved.said()).isEqualTo("Hello there. Bye.");
        assertThat(saved.question()).isEqualTo("hi");
        assertThat(saved.length()).isEqualTo(lengthOf(samplesSpoken()));
        assertThat(history.messagesFor("", "next"))
                .containsExactly(
                        ChatMessage.user("hi"), ChatMessage.assistant("Hello there. Bye."), ChatMessage.user("next"));
    }

    @Test
    void aTurnTellsLastHowLongItsStagesTook() {
        Conversation conversation = conversation(new ScriptedModel("Hello ", "there."));
        conversation.heard(Duration.ofSeconds(1));

        conversation.say("hi", events::add, cancellation);

        TurnTimings timings = timings().get(0);
        assertThat(List.copyOf(events)).last().isInstanceOf(TurnEvent.Ended.class);
        assertThat(timings.heard()).contains(Duration.ofSeconds(1));
        assertThat(timings.firstToken()).get().isNotNull();
        assertThat(Stream.of(
                                timings.heard(),
                                timings.firstToken(),
                                timings.firstPiece(),
                                timings.firstAudio(),
                                Optional.of(timings.total()))
                        .flatMap(Optional::stream))
                .hasSize(5)
                .isSorted();
        assertThat(timings.tokens()).isEqualTo(2);
        assertThat(timings.characters()).isEqualTo("Hello there.".length());
    }

    @Test
    void aFailedTurnTellsHowFarItGot() {
        Conversation conversation = conversation(new ScriptedModel().failingAtTheEnd(true));
        conversation.heard(Duration.ofSeconds(1));

        assertThatThrownBy(() -> conversation.say("hi", events::add, cancellation))
                .isInstanceOf(AssistantException.class);
        assertThatThrownBy(() -> conversation.say("typed", events::add, cancellation))
                .isInstanceOf(AssistantException.class);

        assertThat(timings()).hasSize(2).allSatisfy(turn -> {
            assertThat(turn.firstToken()).isEmpty();
            assertThat(turn.line()).contains("total").doesNotContain("first");
        });
        assertThat(timings().get(1).heard()).isEmpty();
    }

    @Test
    void anExpectedQuestionIsAskedOnceAndShownWhenItIsSaid() {
        ScriptedModel model = new ScriptedModel("Hello ", "there.");
        Conversation conversation = conversation(model);
        conversation.preempt(true);

        conversation.expect("how are you");
        conversation.expect("How are you?");
        assertThat(events).isEmpty();
        conversation.say("How are you?", events::add, cancellation);

        assertThat(model.asked).hasSize(1);
        assertThat(shown()).isEqualTo("Hello there.");
        assertThat(history.messagesFor("", "x")).startsWith(ChatMessage.user("How are you?"));
    }

    @Test
    void anAnswerToAnotherQuestionIsThrownAwayAndCounted() throws InterruptedException {
        ScriptedModel model = new ScriptedModel("No.");
        CountDownLatch counted = new CountDownLatch(1);
        Conversation conversation = new Conversation(model, history, "be brief", Optional.empty(), new TurnKeeper() {
            @Override
            public void thrownAway(String name, ChatUsage usage) {
                counted.countDown();
            }
        });
        conversation.preempt(true);

        conversation.expect("how old");
        conversation.say("how old are you", events::add, cancellation);

        assertThat(shown()).isEqualTo("No.");
        assertThat(history.size()).isEqualTo(1);
        assertThat(counted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anAnswerToAQuestionThatIsNotExpectedAnyMoreIsThrownAwayAndCounted() throws InterruptedException {
        CountDownLatch counted = new CountDownLatch(1);
        Conversation conversation =
                new Conversation(new ScriptedModel("No."), history, "", Optional.empty(), new TurnKeeper() {
                    @Override
                    public void thrownAway(String name, ChatUsage usage) {
                        counted.countDown();
                    }
                });
        conversation.preempt(true);

        conversation.expect("how old");
        conversation.expect(" ");

        assertThat(counted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatAnInterruptedAnswerTookIsEstimatedByItsTexts() {
        List<TurnRecord> turns = new CopyOnWriteArrayList<>();
        ScriptedModel model = new ScriptedModel("一二三", "四五六").then("七八九");
        Conversation conversation = new Conversation(model, history, "", Optional.empty(), new TurnKeeper() {
            @Override
            public void ended(TurnRecord turn) {
                turns.add(turn);
            }
        });

        assertThatThrownBy(() -> conversation.say("four", this::cancelAtTheFirstToken, cancellation))
                .isInstanceOf(AssistantException.class);
        conversation.goOn(events::add, new Cancellation());

        assertThat(turns.get(0).written().usage()).isEqualTo(ChatUsage.NONE);
        assertThat(turns.get(0).written().estimate()).isEqualTo(new ChatUsage(1, 2));
        assertThat(turns.get(1).written().estimate().completionTokens()).isEqualTo(2);
    }

    private void cancelAtTheFirstToken(TurnEvent event) {
        if (event instanceof TurnEvent.Token) {
            cancellation.cancel();
        }
    }

    @Test
    void aModelThatFailsAtOnceTookNothing() {
        List<TurnRecord> turns = new CopyOnWriteArrayList<>();
        Conversation conversation = new Conversation(
                new ScriptedModel().failingAtTheEnd(true), history, "", Optional.empty(), new TurnKeeper() {
                    @Override
                    public void ended(TurnRecord turn) {
                        turns.add(turn);
                    }
                });

        assertThatThrownBy(() -> conversation.say("hi", events::add, cancellation))
                .isInstanceOf(AssistantException.class);

        assertThat(turns.get(0).written().estimate()).isEqualTo(ChatUsage.NONE);
    }

    @Test
    void nothingIsAskedAheadUnlessThatIsWanted() {
        ScriptedModel model = new ScriptedModel("Hello.");
        Conversation conversation = conversation(model);

        conversation.expect("how are");
        conversation.say("how are you", events::add, cancellation);

        assertThat(model.asked).hasSize(1);
    }

    @Test
    void anInterruptedTurnLeavesAnAnswerThatWasAskedForAhead() {
        Conversation conversation = conversation(new ScriptedModel("Hello ").waitingAtTheEnd());
        conversation.preempt(true);

        conversation.expect("hi");

        assertThatThrownBy(() -> conversation.say(
                        "hi",
                        event -> {
                            events.add(event);
                            if (event instanceof TurnEvent.Token) {
                                cancellation.cancel();
                            }
                        },
                        cancellation))
                .isInstanceOfSatisfying(
                        AssistantException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.INTERRUPTED));
    }

    @Test
    void theModelGetsTheSystemPromptAndTheTurnsBefore() {
        ScriptedModel model = new ScriptedModel("Yes.");
        Conversation conversation = conversation(model);

        conversation.say("one", events::add, cancellation);
        conversation.say("two", events::add, cancellation);

        assertThat(model.asked.get(1))
                .containsExactly(
                        ChatMessage.system("be brief"),
                        ChatMessage.user("one"),
                        ChatMessage.assistant("Yes."),
                        ChatMessage.user("two"));
    }

    @Test
    void theModelIsAskedForOralRepliesWhileTheyAreSpoken() {
        ScriptedModel model = new ScriptedModel("Yes.");
        SpeechManner oral = new SpeechManner(CodeSpeech.ANNOUNCE, Map.of(), Numerals.DIGITS, true);
        SpeechOutput output = new SpeechOutput(voice, "tone", Voice.DEFAULT, speaker, Optional.empty(), oral);
        Conversation conversation = new Conversation(model, history, "be brief", Optional.of(output));

        conversation.say("one", events::add, cancellation);
        conversation.speak(false);
        conversation.say("two", events::add, cancellation);

        assertThat(model.asked.get(0)).startsWith(ChatMessage.system("be brief\n\n" + SpeechManner.ORAL_PROMPT));
        assertThat(model.asked.get(1)).startsWith(ChatMessage.system("be brief"));
    }

    @Test
    void aFailedTurnLeavesTheHistoryAsItWas() {
        Conversation conversation = conversation(new ScriptedModel("Half an ans").failingAtTheEnd(true));

        assertThatThrownBy(() -> conversation.say("hi", events::add, cancellation))
                .hasMessage("the model broke off");

        assertThat(history.size()).isZero();
    }

    @Test
    void aMissingSpeakerIsToldOnceAndTheReplyIsSavedAllTheSame() {
        speaker.missing();
        Conversation conversation = conversation(new ScriptedModel("Hello there."));

        conversation.say("hi", events::add, cancellation);
        conversation.say("again", events::add, cancellation);

        assertThat(notices()).containsExactly("there is no speaker");
        assertThat(archive().list())
                .hasSize(2)
                .allSatisfy(reply -> assertThat(reply.length()).isPositive());
    }

    @Test
    void aSpeakerThatIsKnownToBeMissingIsNotToldAgain() {
        speaker.missing();
        Conversation conversation = conversation(new ScriptedModel("Hello there."));

        assertThat(conversation.lacksSpeaker()).isTrue();
        conversation.say("hi", events::add, cancellation);

        assertThat(notices()).isEmpty();
        assertThat(conversation.lacksSpeaker()).isFalse();
    }

    @Test
    void aSpeakerThatFailsAndThenIsMissingIsToldOnceAndAgainWhenItFailsAfterItWorked() {
        Conversation conversation = conversation(new ScriptedModel("Hello there."));

        speaker.dyingAfter(1000);
        conversation.say("one", events::add, cancellation);
        speaker.missing();
        conversation.say("two", events::add, cancellation);
        assertThat(notices()).containsExactly("the speaker is gone");

        speaker.isBack();
        conversation.say("three", events::add, cancellation);
        speaker.missing();
        conversation.say("four", events::add, cancellation);
        assertThat(notices()).containsExactly("the speaker is gone", "there is no speaker");
    }

    @Test
    void aBrokenVoiceIsToldOnceAndTheTextCompletes() {
        voice.broken();
        Conversation conversation = conversation(new ScriptedModel("Hello there. ", "How are you?"));

        conversation.say("hi", events::add, cancellation);

        assertThat(shown()).isEqualTo("Hello there. How are you?");
        assertThat(notices()).containsExactly("the voice is gone");
        assertThat(history.size()).isEqualTo(1);
    }

    @Test
    void aVoiceThatBreaksOffSaysTheSentenceAgainAndGoesOn() {
        voice.exact().breakingOffAt("Second", 1);
        Conversation conversation = conversation(new ScriptedModel("First one here. ", "Second one. ", "Third."));

        conversation.say("hi", events::add, cancellation);

        assertThat(voice.written.subList(0, 2)).containsExactly("First one here. ", "Second one. ");
        assertThat(String.join("", voice.written.subList(2, voice.written.size())))
                .isEqualTo("Second one. Third.");
        assertThat(notices()).isEmpty();
        assertThat(spoken()).endsWith("First one here. Second one. Third.".length());
    }

    @Test
    void aVoiceThatBreaksOffInItsLastSentenceSaysItAgain() {
        voice.exact().breakingOffAt("Third", 1);
        Conversation conversation = conversation(new ScriptedModel("First one here. ", "Third."));

        conversation.say("hi", events::add, cancellation);

        assertThat(voice.written).containsExactly("First one here. ", "Third.", "Third.");
        assertThat(notices()).isEmpty();
    }

    @Test
    void aVoiceThatBreaksOffAgainIsToldOnceAndTheTextCompletes() {
        voice.exact().breakingOffAt("Second", 2);
        Conversation conversation = conversation(new ScriptedModel("First one here. ", "Second one. ", "Third."));

        conversation.say("hi", events::add, cancellation);

        assertThat(notices()).containsExactly("the voice broke off");
        assertThat(shown()).isEqualTo("First one here. Second one. Third.");
        assertThat(history.size()).isEqualTo(1);
    }

    @Test
    void aDiskThatCannotBeWrittenDoesNotKeepTheReplyFromSounding() throws IOException {
        Path file = Files.createFile(folder.resolve("not-a-folder"));
        Conversation conversation =
                conversation(new ScriptedModel("Hello there."), Optional.of(new RecordingArchive(file, CLOCK)));

        conversation.say("hi", events::add, cancellation);

        assertThat(notices()).singleElement().asString().contains("not-a-folder");
        assertThat(speaker.heard().length).isPositive();
    }

    @Test
    void anInterruptionSilencesABlockedSpeakerAndKeepsWhatWasHeard() throws Exception {
        voice.exact();
        speaker.standStill();
        Conversation conversation =
                conversation(new ScriptedModel("First sentence here. ", "Second one. ", "Third.").waitingAtTheEnd());

        Future<?> running = turn.submit(() -> conversation.say("hi", events::add, cancellation));
        speaker.letPass(12000);
        cancellation.cancel();

        assertThat(running)
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        AssistantException.class, e -> assertThat(e.kind()).isEqualTo(FaultKind.INTERRUPTED));
        assertThat(history.messagesFor("", "next").get(1).text()).isEqualTo("First sentence");
        assertThat(archive().list().get(0).length()).isPositive();
    }

    @Test
    void theWordsThatWereHeardAreTold() throws Exception {
        voice.exact();
        speaker.standStill();
        Conversation conversation = conversation(new ScriptedModel("First sentence here. ", "Second one."));

        Future<?> running = turn.submit(() -> conversation.say("hi", events::add, cancellation));
        speaker.letPass(12000);
        speaker.letAllPass();

        assertThat(running).succeedsWithin(Duration.ofSeconds(10));
        assertThat(spoken()).isSorted().endsWith("First sentence here. Second one.".length());
    }

    @Test
    void wordsThatNobodyHearsAreNotTold() {
        speaker.missing();
        Conversation conversation = conversation(new ScriptedModel("Hello there."));

        conversation.say("hi", events::add, cancellation);

        assertThat(spoken()).isEmpty();
    }

    @Test
    void aPauseIsToldAndTheReplyGoesOnWhereItWas() throws Exception {
        speaker.standStill();
        Conversation conversation = conversation(new ScriptedModel("First sentence here. ", "Second one."));
        Future<?> running = turn.submit(() -> conversation.say("hi", events::add, cancellation));
        speaker.letPass(12000);

        assertThat(conversation.transport().togglePause()).isTrue();
        assertThat(conversation.transport().isPaused()).isTrue();
        speaker.letAllPass();
        assertThat(speaker.heard()).hasSize(12000);
        conversation.transport().togglePause();

        assertThat(running).succeedsWithin(Duration.ofSeconds(10));
        assertThat(speaker.heard()).hasSize(samplesSpoken());
        assertThat(events).contains(new TurnEvent.Playing(true, 1), new TurnEvent.Playing(false, 1));
        assertThat(archive().list().get(0).length()).isEqualTo(lengthOf(samplesSpoken()));
    }

    @Test
    void theSpeedLastsForTheWholeConversationAndIsNotSaved() {
        Conversation conversation = conversation(new ScriptedModel("Hello there."));
        for (int i = 0; i < 5; i++) {
            conversation.transport().faster();
        }
        assertThat(conversation.transport().speed()).isEqualTo(2);

        conversation.say("hi", events::add, cancellation);
        conversation.say("again", events::add, cancellation);

        assertThat(speaker.heard()).hasSize(samplesSpoken() / 2);
        assertThat(archive().list().get(0).length()).isEqualTo(lengthOf(samplesSpoken() / 2));
    }

    @Test
    void whenNothingIsSpokenThereIsNothingToPauseSkipOrRepeat() {
        Transport transport = conversation(new ScriptedModel("Hello.")).transport();

        assertThat(transport.togglePause()).isFalse();
        assertThat(transport.skipSentence()).isFalse();
        assertThat(transport.repeatSentence()).isFalse();
        assertThat(transport.isPaused()).isFalse();
    }

    @Test
    void aReplyThatIsPausedCanBeInterrupted() throws Exception {
        voice.exact();
        speaker.standStill();
        Conversation conversation = conversation(new ScriptedModel("First sentence here. ", "Second one."));
        Future<?> running = turn.submit(() -> conversation.say("hi", events::add, cancellation));
        speaker.letPass(12000);
        conversation.transport().togglePause();

        cancellation.cancel();

        assertThat(running).failsWithin(Duration.ofSeconds(10));
        assertThat(history.messagesFor("", "next").get(1).text()).isEqualTo("First sentence");
        assertThat(conversation.transport().isPaused()).isFalse();
    }

    @Test
    void aMutedConversationNeitherSpeaksNorSaves() {
        Conversation conversation = conversation(new ScriptedModel("Hello."));

        conversation.speak(false);
        conversation.say("hi", events::add, cancellation);

        assertThat(voice.written).isEmpty();
        assertThat(archive().list()).isEmpty();
        assertThat(history.size()).isEqualTo(1);
    }

    @Test
    void aClearedConversationForgets() {
        ScriptedModel model = new ScriptedModel("Yes.");
        Conversation conversation = conversation(model);
        conversation.say("one", events::add, cancellation);

        conversation.clear();
        conversation.say("two", events::add, cancellation);

        assertThat(model.asked.get(1)).containsExactly(ChatMessage.system("be brief"), ChatMessage.user("two"));
    }

    @Test
    void theLastTurnIsTakenBackUntilThereIsNone() {
        ScriptedModel model = new ScriptedModel("Yes.");
        Conversation conversation = conversation(model);
        conversation.restore(List.of(new Exchange("earlier", "No.")));
        conversation.say("one", events::add, cancellation);
        assertThat(conversation.exchanges())
                .containsExactly(new Exchange("earlier", "No."), new Exchange("one", "Yes."));

        assertThat(conversation.undo()).contains(new Exchange("one", "Yes."));
        assertThat(conversation.undo()).contains(new Exchange("earlier", "No."));
        assertThat(conversation.undo()).isEmpty();
        conversation.say("two", events::add, cancellation);

        assertThat(model.asked.get(1)).containsExactly(ChatMessage.system("be brief"), ChatMessage.user("two"));
    }

    @Test
    void anotherInstructionAndAnotherSpeakerCountFromTheNextTurnOn() {
        ScriptedModel model = new ScriptedModel("Yes.");
        Conversation conversation = conversation(model);
        MemoryOutput other = new MemoryOutput();

        conversation.instruct("be long");
        conversation.speakThrough(output -> new SpeechOutput(voice, "tone", Voice.DEFAULT, other, Optional.empty()));
        conversation.say("one", events::add, cancellation);

        assertThat(model.asked.get(0)).containsExactly(ChatMessage.system("be long"), ChatMessage.user("one"));
        assertThat(other.heard()).hasSize(samplesSpoken());
        assertThat(speaker.heard()).isEmpty();
    }

    @Test
    void timesOfASpokenQuestionCountFromItsLastWordAndOnlyOfThatQuestion() {
        Conversation conversation = conversation(new ScriptedModel("Yes."));

        conversation.heard(Duration.ofSeconds(2));
        conversation.say("spoken", events::add, cancellation);
        conversation.say("typed", events::add, cancellation);

        assertThat(timings().get(0).heard()).contains(Duration.ofSeconds(2));
        assertThat(timings().get(0).total()).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(timings().get(1).heard()).isEmpty();
    }

    @Test
    void speechIsSwitchedOffAndOnAgain() {
        Conversation conversation = conversation(new ScriptedModel("Hello."));
        assertThat(conversation.speaks()).isTrue();

        conversation.speak(false);
        assertThat(conversation.speaks()).isFalse();
        conversation.speak(true);
        conversation.say("hi", events::add, cancellation);

        assertThat(conversation.speaks()).isTrue();
        assertThat(voice.written).isNotEmpty();
    }

    private static final Clock CLOCK = Clock.systemUTC();

    private Conversation conversation(ScriptedModel model) {
        return conversation(model, Optional.of(archive()));
    }

    private Conversation conversation(ScriptedModel model, Optional<RecordingArchive> archive) {
        SpeechSynthesizer synthesizer = voice;
        SpeechOutput output =
                new SpeechOutput(synthesizer, "tone", Voice.DEFAULT, speaker, archive.map(a -> (ReplyKeeper) a::start));
        return new Conversation(model, history, "be brief", Optional.of(output));
    }

    private RecordingArchive archive() {
        return new RecordingArchive(folder.resolve("wavs"), CLOCK);
    }

    private String shown() {
        StringBuilder text = new StringBuilder();
        for (TurnEvent event : events) {
            if (event instanceof TurnEvent.Token token) {
                text.append(token.text());
            }
        }
        return text.toString();
    }

    private List<TurnTimings> timings() {
        return events.stream()
                .filter(TurnEvent.Ended.class::isInstance)
                .map(event -> ((TurnEvent.Ended) event).turn().timings())
                .toList();
    }

    private List<Integer> spoken() {
        return events.stream()
                .filter(TurnEvent.Spoken.class::isInstance)
                .map(event -> ((TurnEvent.Spoken) event).characters())
                .toList();
    }

    private List<String> notices() {
        return events.stream()
                .filter(TurnEvent.Notice.class::isInstance)
                .map(event -> ((TurnEvent.Notice) event).line())
                .toList();
    }

    private int samplesSpoken() {
        return voice.written.stream().mapToInt(String::length).sum() * ToneVoice.SAMPLES_PER_CHARACTER;
    }

    private static Duration lengthOf(int samples) {
        return Duration.ofMillis(samples * 1000L / ToneVoice.RATE);
    }
}
