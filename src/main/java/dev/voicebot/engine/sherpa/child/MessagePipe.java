package dev.voicebot.engine.sherpa.child;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/** Messages over two streams; one thread reads, any may write. */
public final class MessagePipe {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BYTES = "bytes";

    private final InputStream in;

    @GuardedBy("this")
    private final OutputStream out;

    private final Consumer<String> chatter;

    /** {@code chatter} receives lines that are no messages: the library may print. */
    public MessagePipe(InputStream in, OutputStream out, Consumer<String> chatter) {
        this.in = new BufferedInputStream(in);
        this.out = out;
        this.chatter = chatter;
    }

    /** Blocks while the other side does not read. */
    public synchronized void write(Message message) throws IOException {
        if (message.sound().length > 0) {
            message.json().put(BYTES, message.sound().length);
        }
        out.write(JSON.writeValueAsBytes(message.json()));
        out.write('\n');
        out.write(message.sound());
        out.flush();
    }

    /** The next message; blocks. Empty when the other side has ended. */
    public Optional<Message> read() throws IOException {
        for (Optional<String> line = line(); line.isPresent(); line = line()) {
            Optional<ObjectNode> json = json(line.get());
            if (json.isPresent()) {
                return Optional.of(new Message(
                        json.get(), in.readNBytes(json.get().path(BYTES).asInt())));
            }
            chatter.accept(line.get());
        }
        return Optional.empty();
    }

    private static Optional<ObjectNode> json(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private Optional<String> line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0 && next != '\n') {
            line.write(next);
            next = in.read();
        }
        return next < 0 ? Optional.empty() : Optional.of(line.toString(StandardCharsets.UTF_8));
    }
}
