package dev.voicebot.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.chat.ChatHistory;
import dev.voicebot.chat.ChatMessage;
import dev.voicebot.chat.Exchange;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.recordings.RecordingArchive;
import dev.voicebot.recordings.SavedReply;
import dev.voicebot.sessions.SessionFolder;
import dev.voicebot.sessions.SessionRecorder;
import dev.voicebot.synthesis.Voice;
import java.nio.file.Path;
import java.time.Clock;
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
import org.junit.jupiter.api.io.TempDir;

/** A long reply whose beginning alone is spoken. */
@Timeout(20)
class ShortenedReplyTest {
    private static final String SENTENCE =
            "Every sentence of this reply is exactly as long as all the others are by design. ";
    private static final String BEGINNING = SENTENCE.repeat(3).strip();
    private static final String REST = SENTENCE.repeat(6).strip();
    private static final String REPLY = BEGINNING + " " + REST;

    @TempDir
    private Path folder;

    private final ChatHistory history = new ChatHistory(10);
    private final ToneVoice voice = new ToneVoice().exact();
    private final MemoryOutput speaker = new MemoryOutput();
    private final ConcurrentLinkedQueue<TurnEvent> events = new ConcurrentLinkedQueue<>();
    private final List<TurnRecord> kept = new ArrayList<>();
    private final Semaphore textWhole = new Semaphore(0);
    private final ExecutorService turn = Executors.newSingleThreadExecutor();

    @AfterEach
    void endTheTurnsThread() {
        turn.shutdownNow();
    }

    @Test
    void allOfItIsShownAndRememberedAndTheSoundHoldsWhatWasSpoken() {
        Conversation conversation = conversation(new ScriptedModel(REPLY.split("(?<= )")));

        say(conversation);

        assertThat(shown()).isEqualTo(REPLY);
        assertThat(remembered()).containsExactly("hi", REPLY);
        assertThat(kept.get(0).end().reached()).isEqualTo(REPLY);
        assertThat(spoken()).isEqualTo(BEGINNING + " \nThe rest is on the screen.");
        assertThat(events).filteredOn(TurnEvent.Shortened.class::isInstance).hasSize(1);
        SavedReply saved = archive().list().get(0);
        assertThat(saved.said().strip()).isEqualTo(BEGINNING);
    }

    @Test
    void theRestIsSpokenToItsEndAndTheModelIsNotAsked() {
        ScriptedModel model = new ScriptedModel(REPLY);
        Conversation conversation = conversation(model);
        say(conversation);
        voice.written.clear();

        conversation.goOn(events::add, new Cancellation());

        assertThat(model.asked).hasSize(1);
        assertThat(spoken()).isEqualTo(REST);
        assertThat(remembered()).containsExactly("hi", REPLY);
        assertThatThrownBy(() -> conversation.goOn(events::add, new Cancellation()))
                .hasMessageContaining("Nothing to continue");
    }

    @Test
    void theRestIsSpokenAlsoAfterTheConversationWasResumed() {
        SessionFolder sessions = new SessionFolder(folder.resolve("data"), Clock.systemUTC());
        SessionRecorder recorder = new SessionRecorder(sessions, () -> "tone");
        Conversation earlier =
                new Conversation(new ScriptedModel(REPLY), new ChatHistory(10), "", Optional.of(output()), recorder);
        earlier.shorten(true);
        say(earlier);
        recorder.close();
        voice.written.clear();
        ScriptedModel model = new ScriptedModel("never asked");
        Conversation conversation = conversation(model);

        sessions.find(recorder.id().orElseThrow()).restore(conversation, 10);
        conversation.goOn(events::add, new Cancellation());

        assertThat(model.asked).isEmpty();
        assertThat(spoken()).isEqualTo(REST);
        assertThat(remembered()).containsExactly("hi", REPLY);
    }

    @Test
    void aResumedReplyThatWasSpokenToItsEndHasNoRest() {
        Conversation conversation = conversation(new ScriptedModel("never asked"));
        conversation.restore(List.of(new Exchange("hi", "A reply that is shorter now.")));
        conversation.leftShortened("hi", "A reply that is shorter now.", 400);

        assertThatThrownBy(() -> conversation.goOn(events::add, new Cancellation()))
                .hasMessageContaining("Nothing to continue");
    }

    @Test
    void interruptedInItsBeginningItIsRememberedAsFarAsItWasHeardAndGoesOnFromThere() {
        Conversation conversation = conversation(new ScriptedModel(REPLY));
        Cancellation cancellation = new Cancellation();
        speaker.standStill();
        Future<?> running = turn.submit(() -> conversation.say("hi", this::take, cancellation));
        textWhole.acquireUninterruptibly();
        speaker.letPass((long) SENTENCE.length() * ToneVoice.SAMPLES_PER_CHARACTER);
        cancellation.cancel();
        assertThat(running).failsWithin(Duration.ofSeconds(10));
        speaker.letAllPass();
        List<String> heard = remembered();
        voice.written.clear();

        conversation.goOn(events::add, new Cancellation());

        assertThat(heard).containsExactly("hi", SENTENCE);
        assertThat(spoken()).isEqualTo(SENTENCE.repeat(8).strip());
        assertThat(remembered()).containsExactly("hi", REPLY);
    }

    @Test
    void withoutAVoiceThatWorksNothingIsLeftToBeSpoken() {
        voice.broken();
        Conversation conversation = conversation(new ScriptedModel(REPLY));

        say(conversation);

        assertThat(shown()).isEqualTo(REPLY);
        assertThatThrownBy(() -> conversation.goOn(events::add, new Cancellation()))
                .hasMessageContaining("Nothing to continue");
    }

    @Test
    void unlessItIsWantedAllIsSpoken() {
        Conversation conversation = conversation(new ScriptedModel(REPLY));
        conversation.shorten(false);

        say(conversation);

        assertThat(spoken()).isEqualTo(REPLY);
        assertThat(events).noneMatch(TurnEvent.Shortened.class::isInstance);
    }

    private void say(Conversation conversation) {
        conversation.say("hi", events::add, new Cancellation());
    }

    private void take(TurnEvent event) {
        if (event instanceof TurnEvent.TextWhole) {
            textWhole.release();
        }
    }

    private Conversation conversation(ScriptedModel model) {
        Conversation conversation = new Conversation(model, history, "", Optional.of(output()), new TurnKeeper() {
            @Override
            public void ended(TurnRecord ended) {
                kept.add(ended);
            }
        });
        conversation.shorten(true);
        return conversation;
    }

    private SpeechOutput output() {
        return new SpeechOutput(voice, "tone", Voice.DEFAULT, speaker, Optional.of(archive()::start));
    }

    private RecordingArchive archive() {
        return new RecordingArchive(folder, Clock.systemUTC());
    }

    private String spoken() {
        return String.join("", voice.written);
    }

    private String shown() {
        StringBuilder shown = new StringBuilder();
        events.forEach(event -> {
            if (event instanceof TurnEvent.Token token) {
                shown.append(token.text());
            }
        });
        return shown.toString();
    }

    private List<String> remembered() {
        List<ChatMessage> messages = history.messagesFor("", "");
        return messages.subList(0, messages.size() - 1).stream()
                .map(ChatMessage::text)
                .toList();
    }
}
