package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import dev.voicebot.JsonSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code models pull} and what follows it, from a server on loopback, in a folder with spaces and Chinese characters. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ModelsPullCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] WEIGHTS = "weights of a model".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private Path home;
    private HttpServer server;
    private final List<String> ranges = new CopyOnWriteArrayList<>();
    private volatile int cutAfter = WEIGHTS.length;

    @BeforeEach
    void start() throws IOException {
        home = Files.createDirectories(folder.resolve("a folder with spaces"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/m.onnx", exchange -> {
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
                return;
            }
            String range = exchange.getRequestHeaders().getFirst("Range");
            ranges.add(String.valueOf(range));
            int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
            if (from > 0) {
                exchange.getResponseHeaders()
                        .set("Content-Range", "bytes " + from + "-" + (WEIGHTS.length - 1) + "/" + WEIGHTS.length);
            }
            exchange.sendResponseHeaders(from > 0 ? 206 : 200, WEIGHTS.length - from);
            OutputStream body = exchange.getResponseBody();
            body.write(WEIGHTS, from, Math.max(0, Math.min(cutAfter, WEIGHTS.length) - from));
            body.flush();
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aMirrorIsAskedForAtATerminal() throws IOException {
        catalog(WEIGHTS, silent(), address());

        Shell.Finished refused = atTerminal("y\nn\n");

        assertThat(refused.exit()).isNotZero();
        assertThat(refused.err()).contains("127.0.0.1 does not answer. Download from localhost instead? [Y/n]");
        assertThat(ranges).isEmpty();

        Shell.Finished agreed = atTerminal("\n");

        assertThat(agreed.exit()).as(agreed.err()).isZero();
        assertThat(new Shell(home).run("models", "verify").out()).isEqualTo("mine: ok\n");
    }

    @Test
    void withoutATerminalTheMirrorIsUsedAndNamedInOneLine() throws IOException {
        catalog(WEIGHTS, silent(), address());

        Shell.Finished finished = pull();

        assertThat(finished.exit()).as(finished.err()).isZero();
        assertThat(finished.err().lines().filter(line -> line.contains("localhost")))
                .singleElement()
                .asString()
                .contains("127.0.0.1 does not answer.");
    }

    @Test
    void whatWasCutOffIsContinuedByTheNextPull() throws IOException {
        catalog(WEIGHTS, address());
        cutAfter = 7;

        Shell.Finished cut = pull();

        assertThat(cut.exit()).isEqualTo(5);
        assertThat(cut.err()).contains("it goes on where it stopped");
        assertThat(new Shell(home).run("models", "path", "mine").exit()).isEqualTo(1);
        ranges.clear();
        cutAfter = WEIGHTS.length;

        assertThat(pull().exit()).isZero();
        assertThat(ranges).containsExactly("bytes=7-");
    }

    @Test
    void aStickWithAnotherFileIsRefusedAndTheServerTakenAfterIt() throws IOException {
        catalog(WEIGHTS, address());
        Path stick = Files.createDirectories(folder.resolve("a stick"));
        Files.write(stick.resolve("m.onnx"), "WEIGHTS of a model".getBytes(StandardCharsets.UTF_8));

        Shell.Finished finished = pull("--from", stick.toString());

        assertThat(finished.exit()).isEqualTo(5);
        assertThat(finished.err()).contains("is not the file that was published (another SHA-256). Nothing was kept.");
        assertThat(new Shell(home).run("models", "list").out()).doesNotContain("damaged");
        assertThat(pull().exit()).isZero();
    }

    @Test
    void oneChangedByteIsFoundThoughSizeAndTimeAreTheSame() throws IOException {
        catalog(WEIGHTS, address());
        pull();
        Path file = home.resolve(".local/share/voicebot/models/mine/m.onnx");
        FileTime time = Files.getLastModifiedTime(file);
        byte[] changed = WEIGHTS.clone();
        changed[3]++;
        Files.write(file, changed);
        Files.setLastModifiedTime(file, time);

        Shell.Finished finished = new Shell(home).run("models", "verify", "--json");

        assertThat(finished.exit()).isEqualTo(1);
        assertThat(finished.out().strip())
                .isEqualTo("{\"name\":\"mine\",\"ok\":false,\"problem\":\"m.onnx has changed\"}");
        assertThat(pull().err()).contains("mine is already here. 'voicebot models verify mine' checks it.");
    }

    @Test
    void aPullInJsonIsOneObject() throws IOException {
        catalog(WEIGHTS, address());

        Shell.Finished finished = pull("--json");

        assertThat(finished.lines())
                .singleElement()
                .satisfies(line -> assertThat(JsonSchema.named("local-model").mistakes(line))
                        .isEmpty());
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        catalog(WEIGHTS, address());
        Path data = Files.createDirectories(home.resolve(".local/share/voicebot"));
        Files.writeString(data.resolve("models"), "a file where the folder belongs");

        Shell.Finished finished = pull();

        assertThat(finished.exit()).isEqualTo(1);
        assertThat(finished.err().lines().toList())
                .last()
                .asString()
                .contains(data.resolve("models").toString())
                .doesNotContain("Exception");
    }

    private Shell.Finished pull(String... more) {
        return shell().run(words(more, "--yes"));
    }

    private Shell.Finished atTerminal(String typed) {
        return shell().terminals(true, true, true)
                .input(typed.getBytes(StandardCharsets.UTF_8))
                .run(words(new String[0]));
    }

    private static String[] words(String[] more, String... last) {
        return Stream.of(new String[] {"models", "pull", "mine"}, more, last)
                .flatMap(Stream::of)
                .toArray(String[]::new);
    }

    private Shell shell() {
        return new Shell(home)
                .with("VOICEBOT_MODELS_CATALOG", folder.resolve("catalog.json").toString())
                .with("VOICEBOT_NETWORK_RETRIES", "0");
    }

    private String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/m.onnx";
    }

    /** Where nothing listens. */
    private static String silent() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "http://127.0.0.1:" + socket.getLocalPort() + "/m.onnx";
        }
    }

    private void catalog(byte[] published, String... addresses) throws IOException {
        ArrayNode models = JSON.createArrayNode();
        ObjectNode model =
                models.addObject().put("name", "mine").put("kind", "vad").put("license", "MIT");
        ObjectNode file = model.putArray("files")
                .addObject()
                .put("role", "model")
                .put("path", "m.onnx")
                .put("size", published.length)
                .put("sha256", sha256(published));
        ArrayNode all = file.putArray("addresses");
        for (String address : addresses) {
            all.add(address);
        }
        JSON.writeValue(folder.resolve("catalog.json").toFile(), models);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
