package dev.voicebot.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class OkHttpTest {
    @Test
    void aHandshakeThatIsToBeTriedAgainInAnEternityIsRefusedAndNothingElseBreaks() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "99999999999999999999999");
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
        OkHttpClient client =
                OkHttp.on(Network.DIRECT, new OkHttpClient.Builder()).build();
        try {
            CompletableFuture<Integer> status = new CompletableFuture<>();
            Request request = new Request.Builder()
                    .url("http://127.0.0.1:" + server.getAddress().getPort())
                    .build();

            WebSocket socket = client.newWebSocket(request, new Refusal(status));

            assertThat(status.get(15, TimeUnit.SECONDS)).isEqualTo(503);
            socket.cancel();
        } finally {
            client.dispatcher().executorService().shutdownNow();
            server.stop(0);
        }
    }

    private static final class Refusal extends WebSocketListener {
        private final CompletableFuture<Integer> status;

        Refusal(CompletableFuture<Integer> status) {
            this.status = status;
        }

        @Override
        public void onFailure(WebSocket socket, Throwable fault, @Nullable Response response) {
            status.complete(response == null ? 0 : response.code());
        }
    }
}
