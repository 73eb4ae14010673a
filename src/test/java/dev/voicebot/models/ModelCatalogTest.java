package dev.voicebot.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.voicebot.credentials.Secret;
import dev.voicebot.models.OfferedModel.Part;
import dev.voicebot.models.OfferedModel.Price;
import dev.voicebot.network.Network;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ModelCatalogTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Secret KEY = new Secret("sk-good", "DASHSCOPE_API_KEY");

    @TempDir
    private Path folder;

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/models", this::answer);
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void everyPageOfEveryPartIsRead() {
        List<OfferedModel> models = catalog(KEY).fetch(PATIENCE);

        assertThat(models)
                .extracting(OfferedModel::name)
                .contains("fun-asr-realtime", "cosyvoice-v3-flash", "qwen-plus", "chat-149")
                .hasSize(152);
    }

    @Test
    void modelsHaveTheirPartAndTheirPrices() {
        ModelCatalog catalog = catalog(KEY);
        catalog.fetch(PATIENCE);

        assertThat(catalog.names(Part.RECOGNITION)).containsExactly("fun-asr-realtime");
        assertThat(catalog.find("qwen-plus").orElseThrow().inputPrice()).hasValue(0.8);
        assertThat(catalog.find("qwen-plus-2026-01-31").orElseThrow().outputPrice())
                .hasValue(2.0);
        assertThat(catalog.find("fun-asr-realtime").orElseThrow().hourPrice().orElseThrow())
                .isCloseTo(1.188, within(1e-9));
        assertThat(catalog.find("chat-3").orElseThrow().inputPrice()).isEmpty();
    }

    @Test
    void aListIsKeptForADayForTheOwnerOnly() throws IOException {
        catalog(KEY).fetch(PATIENCE);
        int asked = requests.get();

        assertThat(catalog(KEY).find("cosyvoice-v3-flash").orElseThrow().characterPrice())
                .hasValue(1.0);
        assertThat(requests).hasValue(asked);
        Path file = file();
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(file.getFileName().toString() + Files.readString(file)).doesNotContain("sk-good");

        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        assertThat(catalog(KEY).models()).isEmpty();
    }

    @Test
    void anotherKeyHasAListOfItsOwn() {
        catalog(KEY).fetch(PATIENCE);

        assertThat(catalog(new Secret("sk-other")).models()).isEmpty();
    }

    @Test
    void aRefusedKeyIsNamedByWhereItCameFromAndNeverQuoted() {
        ModelCatalog catalog = catalog(new Secret("sk-bad", "config.toml:3: dashscope.api_key"));

        assertThatThrownBy(() -> catalog.fetch(PATIENCE)).isInstanceOfSatisfying(AssistantException.class, fault -> {
            assertThat(fault.kind()).isEqualTo(FaultKind.CREDENTIALS);
            assertThat(fault.userMessage())
                    .contains("config.toml:3: dashscope.api_key", "InvalidApiKey")
                    .doesNotContain("sk-bad");
        });
        assertThat(catalog.namesNow(Part.CHAT)).isEmpty();
    }

    @Test
    void aKeyIsAcceptedOrNot() {
        assertThat(new ModelRequest(address(), KEY, Network.DIRECT).isAccepted(PATIENCE))
                .isTrue();
        assertThat(new ModelRequest(address(), new Secret("sk-bad"), Network.DIRECT).isAccepted(PATIENCE))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Per 1M tokens          | token     | 3e-6
        Per million tokens     | token     | 3e-6
        Per 1,000 tokens       | token     | 0.003
        每百万 Token            | token     | 3e-6
        Per 10,000 characters  | character | 3e-4
        每万字符                | character | 3e-4
        Per second             | second    | 3
        Per minute             | second    | 0.05
        Per hour               | second    | 8.333333e-4
        """)
    void aPriceIsConvertedByItsUnit(String unit, String thing, double each) {
        assertThat(new Price("x", 3, unit).per(thing).orElseThrow()).isCloseTo(each, within(1e-9));
    }

    @Test
    void aPriceOfSomethingElseIsNone() {
        assertThat(new OfferedModel(
                                "m", Set.of(Part.RECOGNITION), List.of(new Price("input_token", 1, "Per 1M tokens")))
                        .hourPrice())
                .isEmpty();
    }

    @Test
    void whenNoCandidateIsLeftTheServicesOwnListIsTaken() {
        ModelCatalog catalog = catalog(KEY);
        MissingModels missing = MissingModels.in(folder, "here", Clock.systemUTC());
        ModelChoice choice = ModelChoice.auto(List.of("cosyvoice-v1"), missing, line -> {})
                .offering(() -> catalog.namesNow(Part.SYNTHESIS));

        assertThat(choice.instead("cosyvoice-v1")).hasValue("cosyvoice-v3-flash");
        assertThat(choice.model()).isEqualTo("cosyvoice-v3-flash");
        assertThat(choice.instead("cosyvoice-v3-flash")).isEmpty();
    }

    private Path file() throws IOException {
        try (var files = Files.list(folder.resolve("models"))) {
            return files.findFirst().orElseThrow();
        }
    }

    private ModelCatalog catalog(Secret key) {
        return new ModelCatalog(
                new ModelRequest(address(), key, Network.DIRECT), folder.resolve("models"), Clock.systemUTC());
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1");
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        boolean isKey = "Bearer sk-good".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        String query = exchange.getRequestURI().getQuery();
        String text = isKey ? page(query) : "{\"code\":\"InvalidApiKey\",\"message\":\"Invalid API-key provided.\"}";
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(isKey ? 200 : 401, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String page(String query) {
        if (query.contains("Realtime-ASR")) {
            return models(1, model("fun-asr-realtime", "content_duration", "0.00033", "Per second"));
        }
        if (query.contains("TTS")) {
            return models(1, model("cosyvoice-v3-flash", "cosy_tts_number", "1", "Per 10,000 characters"));
        }
        StringBuilder chat = new StringBuilder();
        int first = query.contains("page_no=2") ? 100 : 0;
        for (int i = first; i < Math.min(150, first + 100); i++) {
            chat.append(i == 0 ? "" : ",{\"model\":\"chat-" + i + "\",\"prices\":[]}");
        }
        String plus = "{\"model\":\"qwen-plus\",\"capabilities\":[\"TG\"],\"prices\":[{\"range_name\":\"input<=128k\","
                + "\"prices\":[{\"type\":\"input_token\",\"price\":\"0.8\",\"price_unit\":\"Per 1M tokens\"},"
                + "{\"type\":\"output_token\",\"price\":\"2\",\"price_unit\":\"Per 1M tokens\"}]},"
                + "{\"prices\":[{\"type\":\"input_token\",\"price\":\"9\",\"price_unit\":\"Per 1M tokens\"}]}]}";
        return models(150, first == 0 ? plus + chat : chat.substring(1));
    }

    private static String model(String name, String type, String price, String unit) {
        return "{\"model\":\"" + name + "\",\"prices\":[{\"prices\":[{\"type\":\"" + type + "\",\"price\":\"" + price
                + "\",\"price_unit\":\"" + unit + "\"}]}]}";
    }

    private static String models(int total, String models) {
        return "{\"output\":{\"total\":" + total + ",\"models\":[" + models + "]}}";
    }
}
