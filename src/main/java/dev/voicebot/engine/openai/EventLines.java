package dev.voicebot.engine.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.EOFException;
import java.io.IOException;
import java.util.regex.Pattern;
import okio.Buffer;
import okio.BufferedSource;
import okio.Source;
import okio.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events in which every error, however it is written, stands as the SDK expects it. An answer that ends
 * with neither {@code [DONE]} nor a reason to end was cut off, however orderly the connection was closed.
 */
final class EventLines implements Source {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DATA = "data:";
    private static final String EVENT = "event:";
    private static final Pattern REASON_TO_END = Pattern.compile("\"finish_reason\"\\s*:\\s*\"");

    /** A piece that has something in it, in whatever field a service sends it. */
    private static final Pattern WORD =
            Pattern.compile("\"(content|reasoning_content|reasoning|text|refusal)\"\\s*:\\s*\"[^\"]");

    private static final int LONGEST_LINE = 8_000_000; // bytes

    private final BufferedSource lines;
    private final Runnable word;
    private final Buffer ready = new Buffer();
    private boolean eventBegins = true;
    private boolean isError;
    private boolean isBegun;
    private boolean isWhole;

    /** {@code word} runs when a word of the answer has come. */
    EventLines(BufferedSource lines, Runnable word) {
        this.lines = lines;
        this.word = word;
    }

    @Override
    public long read(Buffer sink, long bytes) throws IOException {
        if (ready.exhausted()) {
            String line = nextLine();
            if (line == null) {
                if (isBegun && !isWhole) {
                    throw new EOFException("the reply ended before it was whole");
                }
                return -1;
            }
            ready.writeUtf8(shaped(line)).writeByte('\n');
        }
        return ready.read(sink, bytes);
    }

    private @Nullable String nextLine() throws IOException {
        if (lines.indexOf((byte) '\n', 0, LONGEST_LINE) < 0 && lines.getBuffer().size() >= LONGEST_LINE) {
            throw new IOException("a line without an end");
        }
        return lines.readUtf8Line();
    }

    private String shaped(String line) {
        if (line.isEmpty()) {
            eventBegins = true;
            isError = false;
        } else if (line.startsWith(EVENT)) {
            isError = line.substring(EVENT.length()).strip().equals("error");
        } else if (line.startsWith(DATA) && eventBegins) {
            eventBegins = false;
            return DATA + ' ' + shapedData(line.substring(DATA.length()).strip());
        }
        return line;
    }

    private String shapedData(String data) {
        isBegun = true;
        if (WORD.matcher(data).find()) {
            word.run();
        }
        isWhole |= data.startsWith("[DONE]") || REASON_TO_END.matcher(data).find();
        if (data.isEmpty() || data.startsWith("[DONE]")) {
            return data;
        }
        if (!data.startsWith("{")) {
            return ServerError.inText(data).json();
        }
        boolean isPlain = !isError && data.contains("\"choices\"") && !data.contains("\"error\"");
        return isPlain ? data : examined(data);
    }

    private String examined(String data) {
        try {
            JsonNode node = JSON.readTree(data);
            if (node.path("error").isNull()) { // to the SDK, an error of which nothing is known
                ((ObjectNode) node).remove("error");
                return examined(node.toString());
            }
            if (node.path("choices").isArray() && node.hasNonNull("error")) {
                ((ObjectNode) node).remove("choices");
            }
            return ServerError.in(node)
                    .map(ServerError::json)
                    .orElse(isError ? ServerError.inText(data).json() : data);
        } catch (JsonProcessingException e) {
            return data; // the first line of several
        }
    }

    @Override
    public Timeout timeout() {
        return lines.timeout();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
