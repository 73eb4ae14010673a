package dev.voicebot.engine.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.outcome.Cancellation;
import java.io.IOException;
import java.net.Socket;
import javax.net.SocketFactory;
import org.junit.jupiter.api.Test;

class PromptSocketsTest {
    private final Cancellation cancellation = new Cancellation();
    private final PromptSockets sockets = new PromptSockets(SocketFactory.getDefault(), () -> cancellation);

    @Test
    void aCancelClosesASocketThatIsNotConnectedYet() throws IOException {
        try (Socket socket = sockets.createSocket()) {
            assertThat(socket.getTcpNoDelay()).isTrue();

            cancellation.cancel();

            assertThat(socket.isClosed()).isTrue();
        }
    }

    @Test
    void aSocketThatIsMadeAfterTheCancelIsClosedAlready() throws IOException {
        cancellation.cancel();

        try (Socket socket = sockets.createSocket()) {
            assertThat(socket.isClosed()).isTrue();
        }
    }
}
