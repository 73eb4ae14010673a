package dev.voicebot.control;

import static dev.voicebot.text.Messages.mark;
import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.FileFault;
import dev.voicebot.threads.Worker;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets other processes of the user steer this chat: one line in, one line out. Two threads named {@code control}, of
 * which one accepts and answers, one client after the other, and one hangs up on those who are silent.
 */
public final class ControlServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ControlFolder folder;
    private final Path socket;
    private final ServerSocketChannel channel;
    private final Controls controls;
    private final ScheduledExecutorService watch = Worker.CONTROL.scheduled();

    private ControlServer(ControlFolder folder, Path socket, ServerSocketChannel channel, Controls controls) {
        this.folder = folder;
        this.socket = socket;
        this.channel = channel;
        this.controls = controls;
    }

    /**
     * Listens until closed.
     *
     * @throws dev.voicebot.outcome.AssistantException FAILED when the socket cannot be made
     */
    public static ControlServer start(ControlFolder folder, Controls controls) {
        long pid = ProcessHandle.current().pid();
        Path socket = folder.socket(pid);
        folder.sockets(); // removes what dead chats left
        folder.remove(socket); // and a namesake's
        try {
            folder.make();
            ControlServer server = new ControlServer(folder, socket, listen(socket), controls);
            Worker.CONTROL.start(server::serve);
            return server;
        } catch (IOException e) {
            throw FileFault.of(
                    FaultKind.FAILED, tr("'voicebot ctl' cannot reach this chat: cannot listen on %s.", socket), e);
        }
    }

    private static ServerSocketChannel listen(Path socket) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.bind(UnixDomainSocketAddress.of(socket));
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private void serve() {
        while (channel.isOpen()) {
            try (SocketChannel client = channel.accept()) {
                Future<?> patience = watch.schedule(() -> hangUp(client), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                answer(client);
                patience.cancel(false);
            } catch (ClosedChannelException e) {
                LOG.debug("a client or the chat left", e);
            } catch (IOException | RuntimeException e) {
                LOG.info("a control request failed", e);
            }
        }
    }

    private void answer(SocketChannel client) throws IOException {
        if (!SameUser.isAt(client)) {
            LOG.warn("a process of another user was turned away");
            return;
        }
        Optional<Verb> verb = Verb.of(ControlLine.read(client));
        Optional<String> refusal =
                verb.isEmpty() ? Optional.of(mark("Unknown command for this chat.")) : controls.perform(verb.get());
        ControlLine.write(client, new Reply(refusal, controls.status()).line());
    }

    private static void hangUp(SocketChannel client) {
        try {
            client.close();
        } catch (IOException e) {
            LOG.debug("cannot hang up", e);
        }
    }

    /** Removes the socket; again does nothing. */
    @Override
    public void close() {
        watch.shutdownNow();
        try {
            channel.close();
        } catch (IOException e) {
            LOG.warn("cannot close {}", socket, e);
        }
        folder.remove(socket);
    }
}
