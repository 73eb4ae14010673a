package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a chat goes on with. */
@Timeout(60)
class ContinuedChatTest {
    /** Or it would still be unpacked when the test is over. */
    private static final Map<String, String> WITHOUT_VOICE =
            Map.of("chat.engine", "guide", "synthesis.enabled", "false");

    @TempDir
    private Path home;

    @Test
    void aConversationThatIsOpenElsewhereGoesOnInACopyAndThatIsTold() throws IOException {
        KeptConversation.write(home, home.resolve("reply.wav"));
        Path sessions = home.resolve(".local/share/voicebot/sessions");
        Path open = sessions.resolve(KeptConversation.SPOKEN + ".jsonl");

        try (FileChannel channel = FileChannel.open(open, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            Shell.Finished finished = new Shell(home).run("chat", "-c", "--no-speak", "hello");

            assertThat(lock.isValid()).isTrue();
            assertThat(finished.exit()).isZero();
            assertThat(finished.err())
                    .containsOnlyOnce(KeptConversation.SPOKEN + " is open in another chat. Continuing in a copy.");
        }
        try (Stream<Path> files = Files.list(sessions)) {
            assertThat(files.filter(file -> file.toString().endsWith(".jsonl"))).hasSize(3);
        }
    }

    /** What is exchanged while the chat goes on is exchanged in the conversation on the screen. */
    @Test
    void aChatHasOneConversation() {
        try (CommandContext context = CommandContext.open(edges(), null, WITHOUT_VOICE, new LogOptions(), Map.of());
                ChatMemory memory = context.memory(new SessionOptions())) {
            assertThat(memory.conversation()).isSameAs(memory.conversation());
        }
    }

    private Edges edges() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        return GivenEdges.of(
                home,
                Clock.systemUTC(),
                Map.of("HOME", home.toString()),
                new Edges.Terminals(false, false, false, 80),
                nowhere,
                nowhere);
    }
}
