package dev.voicebot.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.chat.ChatHistory;
import dev.voicebot.chat.ChatUsage;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.recordings.RecordingArchive;
import dev.voicebot.synthesis.Voice;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class TurnKeeperTest {
    @TempDir
    private Path folder;

    private final List<String> asked = new ArrayList<>();
    private final List<TurnRecord> turns = new ArrayList<>();
    private final ConcurrentLinkedQueue<TurnEvent> events = new ConcurrentLinkedQueue<>();
    private final ToneVoice voice = new ToneVoice();
    private final MemoryOutput speaker = new MemoryOutput();
    private final Cancellation cancellation = new Cancellation();
    private final ExecutorService turn = Executors.newSingleThreadExecutor();

    @AfterEach
    void endTheTurnsThread() {
        turn.shutdownNow();
    }

    @Test
    void aWholeTurnIsHandedOverWithAllThatBelongsToIt() {
        conversation(new ScriptedModel("Hello ", "there. ", "你好。"), new Writing())
                .say("hi", events::add, cancellation);

        assertThat(asked).containsExactly("hi");
        TurnRecord turn = turns.get(0);
        assertThat(turn.question()).isEqualTo("hi");
        assertThat(turn.written().model()).isEqualTo("scripted");
        assertThat(turn.written().text()).isEqualTo("Hello there. 你好。");
        assertThat(turn.written().usage()).isEqualTo(new ChatUsage(11, 3));
        assertThat(turn.written().pieces())
                .extracting(TurnRecord.Piece::text)
                .containsExactly("Hello ", "there. ", "你好。");
        assertThat(turn.written().pieces()).extracting(TurnRecord.Piece::at).isSorted();
        assertThat(turn.spoken().engine()).isEqualTo("tone");
        assertThat(turn.spoken().characters()).isGreaterThanOrEqualTo("Hello there.".length() + 5);
        assertThat(turn.spoken().began()).isPresent();
        assertThat(turn.spoken().wav())
                .hasValueSatisfying(wav -> assertThat(wav).exists());
        assertThat(turn.end().kind()).isEqualTo(TurnRecord.End.Kind.WHOLE);
        assertThat(turn.end().reached()).isEqualTo("Hello there. 你好。");
    }

    @Test
    void anInterruptedTurnIsHandedOverWithWhatWasHeard() throws Exception {
        speaker.standStill();
        Conversation conversation = conversation(
                new ScriptedModel("First sentence here. ", "Second one. ").waitingAtTheEnd(), new Writing());

        Future<?> running = turn.submit(() -> conversation.say("hi", events::add, cancellation));
        speaker.letPass(12000);
        cancellation.cancel();

        assertThat(running).failsWithin(Duration.ofSeconds(10));
        assertThat(turns.get(0).end().kind()).isEqualTo(TurnRecord.End.Kind.INTERRUPTED);
        assertThat(turns.get(0).end().reached())
                .isNotBlank()
                .satisfies(
                        heard -> assertThat("First sentence here. Second one. ").startsWith(heard));
    }

    @Test
    void aFailedTurnIsHandedOverWithTheLineThatWasTold() {
        Conversation conversation = conversation(new ScriptedModel("Half an ans").failingAtTheEnd(true), new Writing());

        assertThatThrownBy(() -> conversation.say("hi", events::add, cancellation));

        assertThat(turns.get(0).end().kind()).isEqualTo(TurnRecord.End.Kind.FAILED);
        assertThat(turns.get(0).end().fault()).isEqualTo("the model broke off");
        assertThat(turns.get(0).written().text()).isEqualTo("Half an ans");
    }

    @Test
    void whatWasShownIsKeptAlsoWhenTheModelFallsSilent() throws Exception {
        Writing keeper = new Writing();
        Conversation conversation = conversation(new ScriptedModel("Half an ", "answer").waitingAtTheEnd(), keeper);

        Future<?> running = turn.submit(() -> conversation.say("hi", events::add, cancellation));

        assertThat(keeper.grown.take().written().text()).isEqualTo("Half an answer");
        cancellation.cancel();
        assertThat(running).failsWithin(Duration.ofSeconds(10));
    }

    @Test
    void aWholeTextIsKeptBeforeItIsSpoken() throws Exception {
        speaker.standStill();
        Writing keeper = new Writing();
        Conversation conversation = conversation(new ScriptedModel("First sentence here. ", "Second one. "), keeper);

        Future<?> running = turn.submit(() -> conversation.say("hi", events::add, cancellation));

        assertThat(keeper.grown.take().written().text()).isEqualTo("First sentence here. Second one. ");
        assertThat(turns).isEmpty();
        cancellation.cancel();
        assertThat(running).failsWithin(Duration.ofSeconds(10));
    }

    @Test
    void aRefusedTurnAsksNobody() {
        ScriptedModel model = new ScriptedModel("Hello.");
        Conversation conversation = conversation(model, new Writing() {
            @Override
            public void permit() {
                throw new AssistantException(FaultKind.FAILED, "that is enough");
            }
        });

        assertThatThrownBy(() -> conversation.say("hi", events::add, cancellation))
                .hasMessage("that is enough");

        assertThat(model.asked).isEmpty();
        assertThat(asked).isEmpty();
        assertThat(turns).isEmpty();
    }

    @Test
    void aKeeperThatCannotWriteIsToldOnceAndTheOtherOneStillKeeps() {
        TurnKeeper full = new TurnKeeper() {
            @Override
            public void ended(TurnRecord turn) {
                throw new AssistantException(FaultKind.FAILED, "the disk is full");
            }
        };
        Conversation conversation = conversation(new ScriptedModel("Hello."), new BothKeepers(full, new Writing()));

        conversation.say("one", events::add, cancellation);
        conversation.say("two", events::add, cancellation);

        assertThat(turns).hasSize(2);
        assertThat(events)
                .filteredOn(TurnEvent.Notice.class::isInstance)
                .containsExactly(new TurnEvent.Notice("the disk is full"));
    }

    @Test
    void bothKeepersAreToldEverythingInTheirOrder() {
        List<String> told = new ArrayList<>();
        TurnKeeper both = new BothKeepers(new Telling("first", told), new Telling("second", told));
        TurnRecord turn = new TurnRecord(
                "q",
                new TurnRecord.Written("m", "", List.of(), ChatUsage.NONE, ChatUsage.NONE),
                TurnRecord.Spoken.NONE,
                new TurnRecord.End(TurnRecord.End.Kind.WHOLE, "", "", Duration.ZERO));

        both.permit();
        both.asked("q");
        both.grew(turn);
        both.ended(turn);
        both.thrownAway("m", ChatUsage.NONE);
        both.forgotten();
        both.undone();

        assertThat(told)
                .containsExactlyElementsOf(
                        Stream.of("permit", "asked", "grew", "ended", "thrownAway", "forgotten", "undone")
                                .flatMap(call -> Stream.of("first " + call, "second " + call))
                                .toList());
    }

    private Conversation conversation(ScriptedModel model, TurnKeeper keeper) {
        RecordingArchive archive = new RecordingArchive(folder.resolve("wavs"), Clock.systemUTC());
        SpeechOutput output = new SpeechOutput(voice, "tone", Voice.DEFAULT, speaker, Optional.of(archive::start));
        return new Conversation(model, new ChatHistory(10), "", Optional.of(output), keeper);
    }

    /** Writes down what it is told. */
    private class Writing implements TurnKeeper {
        private final BlockingQueue<TurnRecord> grown = new LinkedBlockingQueue<>();

        @Override
        public void grew(TurnRecord soFar) {
            grown.add(soFar);
        }

        @Override
        public void asked(String question) {
            asked.add(question);
        }

        @Override
        public void ended(TurnRecord turn) {
            turns.add(turn);
        }
    }

    private record Telling(String name, List<String> told) implements TurnKeeper {
        @Override
        public void permit() {
            told.add(name + " permit");
        }

        @Override
        public void asked(String question) {
            told.add(name + " asked");
        }

        @Override
        public void grew(TurnRecord soFar) {
            told.add(name + " grew");
        }

        @Override
        public void ended(TurnRecord turn) {
            told.add(name + " ended");
        }

        @Override
        public void thrownAway(String model, ChatUsage usage) {
            told.add(name + " thrownAway");
        }

        @Override
        public void forgotten() {
            told.add(name + " forgotten");
        }

        @Override
        public void undone() {
            told.add(name + " undone");
        }
    }
}
