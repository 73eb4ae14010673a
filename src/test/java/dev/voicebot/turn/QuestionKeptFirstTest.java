package dev.voicebot.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.chat.ChatHistory;
import dev.voicebot.chat.ChatMessage;
import dev.voicebot.chat.ChatModel;
import dev.voicebot.chat.ChatUsage;
import dev.voicebot.chat.ReplyListener;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.recordings.RecordingArchive;
import dev.voicebot.sessions.SessionFolder;
import dev.voicebot.sessions.SessionRecorder;
import dev.voicebot.synthesis.Voice;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a chat that is killed between two steps of a turn leaves on the disk. */
@Timeout(20)
class QuestionKeptFirstTest {
    @TempDir
    private Path folder;

    private final CompletableFuture<List<String>> whenAsked = new CompletableFuture<>();
    private final CompletableFuture<List<String>> whenVoiceOpened = new CompletableFuture<>();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theQuestionIsOnTheDiskWhenTheRequestLeaves(boolean speaks) {
        try (SessionRecorder recorder = new SessionRecorder(sessions(), () -> "")) {
            Conversation conversation = new Conversation(
                    new LookingModel(),
                    new ChatHistory(10),
                    "",
                    Optional.of(output()).filter(o -> speaks),
                    recorder);

            conversation.say("what is the time", event -> {}, new Cancellation());
        }

        assertThat(whenAsked).isCompletedWithValue(List.of("what is the time"));
    }

    @Test
    void theQuestionIsOnTheDiskWhenTheVoiceIsOpened() {
        try (SessionRecorder recorder = new SessionRecorder(sessions(), () -> "")) {
            Conversation conversation = new Conversation(
                    new ScriptedModel("Noon."), new ChatHistory(10), "", Optional.of(output()), recorder);

            conversation.say("what is the time", event -> {}, new Cancellation());
        }

        assertThat(whenVoiceOpened).isCompletedWithValue(List.of("what is the time"));
    }

    private SpeechOutput output() {
        RecordingArchive archive = new RecordingArchive(folder.resolve("wavs"), Clock.systemUTC());
        return new SpeechOutput(
                new ToneVoice(), "tone", Voice.DEFAULT, new MemoryOutput(), Optional.of((details, sampleRate) -> {
                    whenVoiceOpened.complete(onDisk());
                    return archive.start(details, sampleRate);
                }));
    }

    /** As another process finds it. */
    private List<String> onDisk() {
        return sessions()
                .search("time")
                .flatMap(List::stream)
                .map(hit -> hit.turn().question())
                .toList();
    }

    private SessionFolder sessions() {
        return new SessionFolder(folder.resolve("sessions"), Clock.systemUTC());
    }

    /** Looks on the disk when it is asked. */
    private final class LookingModel implements ChatModel {
        private final ScriptedModel model = new ScriptedModel("Noon.");

        @Override
        public ChatUsage reply(List<ChatMessage> messages, ReplyListener listener, Cancellation cancellation) {
            whenAsked.complete(onDisk());
            return model.reply(messages, listener, cancellation);
        }
    }
}
