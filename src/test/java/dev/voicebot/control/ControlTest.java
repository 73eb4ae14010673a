package dev.voicebot.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real sockets between this process and itself. */
@Timeout(30)
class ControlTest {
    private static final long PID = ProcessHandle.current().pid();

    @TempDir
    private Path runtime;

    private final List<Verb> performed = new CopyOnWriteArrayList<>();
    private ControlFolder folder;

    @BeforeEach
    void chooseFolder() {
        folder = ControlFolder.of(Map.of("XDG_RUNTIME_DIR", runtime.toString()), runtime.resolve("state"));
    }

    @Test
    void aVerbReachesTheChatAndItsStatusComesBack() {
        try (ControlServer server = ControlServer.start(folder, chat())) {
            Reply reply = new ControlClient(folder).ask(Verb.TALK_START, Optional.empty());

            assertThat(server).isNotNull();
            assertThat(performed).containsExactly(Verb.TALK_START);
            assertThat(reply)
                    .isEqualTo(new Reply(
                            Optional.empty(), new Status(PID, "speaking", "20261125-0953-abc", "chat: 茶 · voice: x")));
        }
    }

    @Test
    void whatCannotBeDoneNowIsRefusedWithTheReason() {
        try (ControlServer server = ControlServer.start(folder, chat())) {
            assertThat(server).isNotNull();
            assertThat(new ControlClient(folder)
                            .ask(Verb.SKIP, Optional.of(PID))
                            .refusal())
                    .hasValue("Nothing is being spoken.");
        }
    }

    @Test
    void onlyTheOwnerMayReachTheSocketAndItGoesWithTheChat() throws IOException {
        try (ControlServer server = ControlServer.start(folder, chat())) {
            assertThat(server).isNotNull();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.socket(PID))))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(runtime.resolve("voicebot"))))
                    .isEqualTo("rwx------");
        }

        assertThat(folder.socket(PID)).doesNotExist();
    }

    @Test
    void withoutAChatThatIsSaid() {
        assertThatThrownBy(() -> new ControlClient(folder).ask(Verb.STATUS, Optional.empty()))
                .isInstanceOfSatisfying(AssistantException.class, e -> {
                    assertThat(e.kind()).isEqualTo(FaultKind.FAILED);
                    assertThat(e.userMessage()).isEqualTo("No chat is running. Start one with 'voicebot chat'.");
                });
    }

    @Test
    void whatADeadChatLeftIsRemovedAndNotAsked() throws IOException {
        folder.make();
        Path ofNoProcess = folder.socket(999_999_999L);
        Path ofSomebodyElse =
                folder.socket(ProcessHandle.current().parent().orElseThrow().pid());
        leaveBehind(ofNoProcess);
        leaveBehind(ofSomebodyElse);

        assertThatThrownBy(() -> new ControlClient(folder).ask(Verb.STATUS, Optional.empty()))
                .hasMessageContaining("No chat is running");

        assertThat(ofNoProcess).doesNotExist();
        assertThat(ofSomebodyElse).doesNotExist();
    }

    @Test
    void anUnknownWordIsAnsweredAndTheNextClientIsServed() throws IOException {
        try (ControlServer server = ControlServer.start(folder, chat())) {
            assertThat(server).isNotNull();
            assertThat(exchange("dance\n")).startsWith("Unknown command for this chat.\t" + PID);

            assertThat(exchange("status\n")).startsWith("ok\t" + PID);
        }
    }

    @Test
    void aLineWithoutAnEndIsCutOffAndTheNextClientIsServed() throws IOException {
        try (ControlServer server = ControlServer.start(folder, chat())) {
            assertThat(server).isNotNull();
            assertThat(exchange("x".repeat(8 * 1024))).isEmpty();

            assertThat(exchange("status\n")).startsWith("ok\t" + PID);
        }
    }

    @Test
    void aSilentClientIsHungUpOnAndTheNextOneIsServed() throws IOException {
        try (ControlServer server = ControlServer.start(folder, chat());
                SocketChannel silent = SocketChannel.open(UnixDomainSocketAddress.of(folder.socket(PID)))) {
            assertThat(server).isNotNull();
            assertThat(silent.isConnected()).isTrue();

            assertThat(exchange("status\n")).startsWith("ok\t" + PID);
        }
    }

    @Test
    void withoutARuntimeFolderTheStateFolderServes() {
        ControlFolder fallback = ControlFolder.of(Map.of("XDG_RUNTIME_DIR", "/nowhere/at/all"), runtime);

        try (ControlServer server = ControlServer.start(fallback, chat())) {
            assertThat(server).isNotNull();
            assertThat(runtime.resolve("run/chat-" + PID + ".sock")).exists();
        }
    }

    @Test
    void aStatusIsARowOrJson() {
        Status status = new Status(7, "idle", "", "chat: \"x\"");

        assertThat(StatusJson.row(status)).isEqualTo("idle · chat: \"x\" · process 7");
        assertThat(StatusJson.of(status))
                .isEqualTo("{\"pid\":7,\"state\":\"idle\",\"session\":\"\",\"engines\":\"chat: \\\"x\\\"\"}");
    }

    private String exchange(String line) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(folder.socket(PID)))) {
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            return ControlLine.read(channel);
        } catch (IOException hungUp) {
            return "";
        }
    }

    /** A socket file that nobody listens on. */
    private static void leaveBehind(Path socket) throws IOException {
        try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.bind(UnixDomainSocketAddress.of(socket));
        }
        assertThat(socket).exists();
    }

    private Controls chat() {
        return new Controls() {
            @Override
            public Optional<String> perform(Verb verb) {
                performed.add(verb);
                return verb == Verb.SKIP ? Optional.of("Nothing is being spoken.") : Optional.empty();
            }

            @Override
            public Status status() {
                return new Status(PID, "speaking", "20261125-0953-abc", "chat: 茶 · voice: x");
            }
        };
    }
}
