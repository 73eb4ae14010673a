package dev.voicebot.endtoend;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.voicebot.engine.sherpa.Tones;
import dev.voicebot.localmodels.Catalog;
import dev.voicebot.outcome.Interrupts;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Publishes the speech library and the recognizer of tones on loopback, with a catalog; the library comes in halves. */
final class ToneServer implements AutoCloseable {
    private static final Path TONES = Path.of("src", "test", "resources", "tones");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final CountDownLatch secondHalf = new CountDownLatch(1);
    private final Path catalog;

    private ToneServer(HttpServer server, Path catalog) {
        this.server = server;
        this.catalog = catalog;
    }

    static ToneServer start(Path folder) throws IOException, InterruptedException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ToneServer server = new ToneServer(http, folder.resolve("catalog.json"));
        Path archive = archive(folder);
        http.createContext("/engine.tgz", exchange -> server.answerInHalves(exchange, archive));
        for (String name : new String[] {"tones.onnx", "tokens.txt"}) {
            http.createContext("/" + name, exchange -> answer(exchange, TONES.resolve(name)));
        }
        http.setExecutor(ToneServer::onItsOwn);
        http.start();
        server.writeCatalog(archive);
        return server;
    }

    /** A connection that waits for the second half must not keep others waiting. */
    private static void onItsOwn(Runnable work) {
        Thread thread = new Thread(work, "tones");
        thread.setDaemon(true);
        thread.start();
    }

    /** The library as it is published: in a folder that unpacking leaves out. */
    private static Path archive(Path folder) throws IOException, InterruptedException {
        Path archive = folder.resolve("engine.tgz");
        Path library = Tones.library().resolveSibling(".").normalize();
        new ProcessBuilder(
                        "tar",
                        "-czf",
                        archive.toString(),
                        "-C",
                        library.getParent().toString(),
                        library.getFileName().toString())
                .inheritIO()
                .start()
                .waitFor();
        return archive;
    }

    private void writeCatalog(Path archive) throws IOException {
        ArrayNode models = JSON.createArrayNode();
        ObjectNode tones = models.addObject()
                .put("name", "tones")
                .put("kind", "ctc")
                .put("part", "recognition")
                .put("license", "Apache-2.0");
        tones.putArray("languages").add("en").add("zh");
        tones.putArray("needs").add("engine");
        ArrayNode files = tones.putArray("files");
        file(files.addObject().put("role", "model"), TONES.resolve("tones.onnx"));
        file(files.addObject().put("role", "tokens"), TONES.resolve("tokens.txt"));
        ObjectNode engine = models.addObject()
                .put("name", Catalog.engineOfThisPlatform())
                .put("kind", "engine")
                .put("part", "engine")
                .put("license", "Apache-2.0");
        engine.putObject("roles").put("library", Tones.library().getFileName().toString());
        file(engine.putArray("files").addObject().put("unpack", true), archive);
        JSON.writeValue(catalog.toFile(), models);
    }

    private void file(ObjectNode node, Path file) throws IOException {
        String name = file.getFileName().toString();
        node.put("path", name).put("size", Files.size(file)).put("sha256", digest(file));
        node.putArray("addresses").add("http://127.0.0.1:" + server.getAddress().getPort() + "/" + name);
    }

    private static String digest(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes the recognizer of tones the one that is missing. */
    Map<String, String> environment() {
        return Map.of("VOICEBOT_MODELS_CATALOG", catalog.toString(), "VOICEBOT_RECOGNITION_LOCAL_MODEL", "tones");
    }

    /** The rest of the library may come. */
    void release() {
        secondHalf.countDown();
    }

    private void answerInHalves(HttpExchange exchange, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try (exchange;
                OutputStream body = exchange.getResponseBody()) {
            exchange.sendResponseHeaders(200, bytes.length);
            body.write(bytes, 0, bytes.length / 2);
            body.flush();
            secondHalf.await();
            body.write(bytes, bytes.length / 2, bytes.length - bytes.length / 2);
        } catch (InterruptedException e) {
            throw Interrupts.leave(e);
        }
    }

    private static void answer(HttpExchange exchange, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try (exchange) {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        release();
        server.stop(0);
    }
}
