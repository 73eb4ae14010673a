package dev.voicebot.standin;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voicebot.Requirements;
import dev.voicebot.audio.PcmFrame;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server that others wrote, <a href="https://www.npmjs.com/package/@copilotkit/aimock">aimock</a>: it hears and speaks
 * the same whatever it is sent, as OpenAI's clients expect. {@code scripts/fetch-aimock} fetches it.
 */
public final class Aimock implements AutoCloseable {
    private static final Path PROGRAM = Path.of("target", "aimock", "package", "dist", "cli.js");
    private static final Pattern LISTENING = Pattern.compile("listening on (http://\\S+)");

    private final Process process;
    private final URI root;

    private Aimock(Process process, URI root) {
        this.process = process;
        this.root = root;
    }

    /** Understands {@code words} and speaks {@code sound}; the test is skipped where it is not installed. */
    public static Aimock start(Path folder, String words, PcmFrame sound) throws IOException {
        Requirements.commands("node");
        Requirements.file(PROGRAM, "scripts/fetch-aimock");
        Path fixtures = folder.resolve("fixtures.json");
        Files.write(
                fixtures,
                new ObjectMapper()
                        .writeValueAsBytes(Map.of(
                                "fixtures",
                                List.of(
                                        fixture("transcription", Map.of("transcription", Map.of("text", words))),
                                        fixture("speech", Map.of("audio", base64(sound), "format", "pcm"))))));
        Process process = new ProcessBuilder(
                        "node", PROGRAM.toString(), "--port", "0", "--strict", "--fixtures", fixtures.toString())
                .redirectErrorStream(true)
                .start();
        return new Aimock(process, rootOf(process));
    }

    private static Map<String, Object> fixture(String endpoint, Map<String, Object> response) {
        return Map.of("match", Map.of("endpoint", endpoint), "response", response);
    }

    private static String base64(PcmFrame sound) {
        return Base64.getEncoder().encodeToString(sound.littleEndian());
    }

    @SuppressWarnings("resource") // its output is closed with the process
    private static URI rootOf(Process process) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                return URI.create(listening.group(1));
            }
        }
        throw new IOException("aimock did not start");
    }

    public URI baseUrl() {
        return URI.create(root + "/v1");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
