package dev.voicebot.control;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.threads.Worker;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;

/** Asks something of a running chat. */
public final class ControlClient {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ControlFolder folder;

    public ControlClient(ControlFolder folder) {
        this.folder = folder;
    }

    /**
     * Asks the chat of that process, else the newest. Blocks until it has answered, but not long.
     *
     * @throws AssistantException FAILED when no chat runs, or it does not answer
     */
    public Reply ask(Verb verb, Optional<Long> pid) {
        for (Path socket : sockets(pid)) {
            try {
                return ask(verb, socket);
            } catch (ConnectException nobody) {
                folder.remove(socket);
            } catch (IOException e) {
                throw new AssistantException(
                        FaultKind.FAILED,
                        tr("The chat at %s does not answer. Check whether it is stopped.", socket),
                        e);
            }
        }
        throw new AssistantException(
                FaultKind.FAILED,
                pid.map(number -> tr("No chat is running as process %s. See 'voicebot ctl status'.", number))
                        .orElse(tr("No chat is running. Start one with 'voicebot chat'.")));
    }

    private List<Path> sockets(Optional<Long> pid) {
        return folder.sockets().stream()
                .filter(socket -> pid.isEmpty() || ControlFolder.pidOf(socket).equals(pid))
                .toList();
    }

    private static Reply ask(Verb verb, Path socket) throws IOException {
        Timer timer = Worker.PATIENCE.timer();
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            timer.schedule(closing(channel), PATIENCE.toMillis());
            if (!SameUser.isAt(channel)) {
                throw new IOException("the socket is another user's");
            }
            ControlLine.write(channel, verb.word());
            return Reply.of(ControlLine.read(channel)).orElseThrow(() -> new IOException("no answer"));
        } finally {
            timer.cancel();
        }
    }

    private static TimerTask closing(SocketChannel channel) {
        return new TimerTask() {
            @Override
            public void run() {
                try {
                    channel.close();
                } catch (IOException e) {
                    cancel();
                }
            }
        };
    }
}
