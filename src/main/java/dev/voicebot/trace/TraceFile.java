package dev.voicebot.trace;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.files.PrivateFiles;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One JSON object per line, in the order of what happened. Any thread. */
final class TraceFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TraceFile.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    @GuardedBy("this")
    private final Writer out;

    private final Redaction redaction;
    private final long begin = System.nanoTime();

    @GuardedBy("this")
    private boolean closed;

    private TraceFile(Writer out, Redaction redaction) {
        this.out = out;
        this.redaction = redaction;
    }

    /** Replaces the file. */
    static TraceFile create(Path file, Redaction redaction) throws IOException {
        return new TraceFile(new OutputStreamWriter(PrivateFiles.output(file), StandardCharsets.UTF_8), redaction);
    }

    /** Writes an event of a connection, with {@code details}. */
    synchronized void add(int connection, Kind kind, Direction direction, String event, Details details) {
        ObjectNode line = JSON.createObjectNode()
                .put("time", (System.nanoTime() - begin) / 1_000_000)
                .put("connection", connection)
                .put("kind", kind.word)
                .put("direction", direction.word)
                .put("event", event);
        details.addTo(line);
        if (closed) {
            return;
        }
        try {
            redact(line);
            out.write(line + "\n");
            out.flush();
        } catch (IOException e) {
            closed = true; // the command goes on without
            LOG.warn("the trace ends here: {}", e.toString());
        }
    }

    private void redact(ObjectNode line) {
        List.copyOf(line.properties()).forEach(field -> {
            if (field.getValue().isTextual()) {
                line.put(field.getKey(), redaction.of(field.getValue().asText()));
            }
        });
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        out.close();
    }

    /** What a connection carries. */
    enum Kind {
        HTTP("http"),
        WEB_SOCKET("ws");

        final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /** Seen from this program. */
    enum Direction {
        OUT("out"),
        IN("in");

        final String word;

        Direction(String word) {
            this.word = word;
        }
    }

    /** The further fields of a line. */
    interface Details {
        Details NONE = line -> {};

        void addTo(ObjectNode line);
    }
}
