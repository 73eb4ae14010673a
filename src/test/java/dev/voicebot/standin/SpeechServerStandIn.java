package dev.voicebot.standin;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.WavInMemory;
import dev.voicebot.audio.WavReader;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.form.FormData;
import io.undertow.server.handlers.form.FormDataParser;
import io.undertow.server.handlers.form.FormParserFactory;
import io.undertow.server.handlers.form.MultiPartParserDefinition;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that hears and speaks, as people run one on their own machine: {@code …/audio/transcriptions} and
 * {@code …/audio/speech}, or whisper.cpp's {@code /inference}. May be scripted from any thread, also while it serves.
 */
public final class SpeechServerStandIn implements HttpHandler {
    /** Of a file, Undertow would leave a temporary one behind when the server is closed at once. */
    private static final FormParserFactory IN_MEMORY = inMemory();

    private static final Logger LOG = LoggerFactory.getLogger(SpeechServerStandIn.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SPEECH = 300; // of 32768, mean of absolute values
    private static final int MILLIS_PER_CHARACTER = 50;

    /** In what form a transcript comes. */
    public enum Shape {
        /** One JSON object. */
        JSON,
        /** OpenAI's events. */
        DELTAS,
        /** An event a sentence, as speaches sent them. */
        SENTENCES,
        /** Events like those of a chat, as vLLM sends them. */
        CHUNKS,
        TEXT
    }

    /** In what form speech comes. */
    public enum Sound {
        PCM,
        WAV,
        /** Written before its length is known: the header says 0xFFFFFFFF. */
        STREAMED_WAV,
        MP3,
        NONE
    }

    private volatile List<String> sentences = List.of("hello world");
    private volatile Shape shape = Shape.JSON;
    private volatile Sound sound = Sound.PCM;
    private volatile int rate = 24_000;
    private volatile Optional<String> label = Optional.empty();
    private volatile Optional<String> words = Optional.empty();
    private volatile BiFunction<String, Integer, short[]> voice = Tones::of;
    private volatile List<String> models = List.of("whisper-small", "kokoro");
    private volatile List<String> voices = List.of("af_heart", "zf_xiaobei");
    private volatile boolean isWhisperCpp;
    private volatile Optional<ChatStandIn.Refusal> refusal = Optional.empty();
    private final BlockingQueue<Map<String, String>> requests = new LinkedBlockingQueue<>();

    /** Whatever is said, it says this. */
    public SpeechServerStandIn understand(String... said) {
        sentences = List.of(said);
        return this;
    }

    public SpeechServerStandIn shape(Shape wanted) {
        shape = wanted;
        return this;
    }

    /** Speaks in this form, at this rate. */
    public SpeechServerStandIn sound(Sound form, int hertz) {
        sound = form;
        rate = hertz;
        return this;
    }

    /** Calls its sound this, whatever it is. */
    public SpeechServerStandIn label(String type) {
        label = Optional.of(type);
        return this;
    }

    /** Sends this instead of sound, and says that all is well. */
    public SpeechServerStandIn wordsForSound(String instead) {
        words = Optional.of(instead);
        return this;
    }

    /** Speaks with this voice: a text and a sample rate become samples. */
    public SpeechServerStandIn voice(BiFunction<String, Integer, short[]> speaking) {
        voice = speaking;
        return this;
    }

    public SpeechServerStandIn models(String... names) {
        models = List.of(names);
        return this;
    }

    /** None: it keeps no list. */
    public SpeechServerStandIn voices(String... names) {
        voices = List.of(names);
        return this;
    }

    /** Only {@code /inference}, {@code /health} and a page that says who it is. */
    public SpeechServerStandIn playWhisperCpp() {
        isWhisperCpp = true;
        return this;
    }

    /** Refuses everything from now on. */
    public SpeechServerStandIn refuse(ChatStandIn.Refusal wanted) {
        refusal = Optional.of(wanted);
        return this;
    }

    /** The fields of the next request to hear or speak, in order, with its {@code path} and {@code authorization}. */
    public Map<String, String> request() throws InterruptedException {
        Map<String, String> next = requests.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no request came");
        }
        return next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        exchange.dispatch(() -> {
            exchange.startBlocking();
            try {
                serve(exchange);
            } catch (IOException e) {
                LOG.debug("the client hung up", e);
            } finally {
                exchange.endExchange();
            }
        });
    }

    private void serve(HttpServerExchange exchange) throws IOException {
        String path = exchange.getRequestPath();
        if (refusal.isPresent()) {
            send(
                    exchange,
                    refusal.get().status(),
                    "application/json",
                    bytes(refusal.get().body()));
        } else if (path.equals("/inference") || (!isWhisperCpp && path.endsWith("/audio/transcriptions"))) {
            transcribe(exchange);
        } else if (isWhisperCpp && path.equals("/health")) {
            send(exchange, 200, "application/json", bytes("{\"status\":\"ok\"}"));
        } else if (isWhisperCpp && path.equals("/")) {
            send(exchange, 200, "text/html", bytes("<html><title>Whisper.cpp Server</title></html>"));
        } else if (isWhisperCpp) {
            send(exchange, 404, "text/plain", bytes("File Not Found (" + path + ")"));
        } else if (path.endsWith("/audio/speech")) {
            speak(exchange);
        } else if (path.endsWith("/audio/voices") && !voices.isEmpty()) {
            send(exchange, 200, "application/json", JSON.writeValueAsBytes(Map.of("voices", voices)));
        } else if (path.endsWith("/models")) {
            send(exchange, 200, "application/json", modelList());
        } else {
            send(exchange, 404, "application/json", bytes("{\"detail\":\"Not Found\"}"));
        }
    }

    private byte[] modelList() throws IOException {
        List<Map<String, String>> data =
                models.stream().map(name -> Map.of("id", name)).toList();
        return JSON.writeValueAsBytes(Map.of("object", "list", "data", data));
    }

    private void transcribe(HttpServerExchange exchange) throws IOException {
        FormDataParser parser = IN_MEMORY.createParser(exchange);
        if (parser == null) {
            send(exchange, 400, "text/plain", bytes("Invalid request"));
            return;
        }
        FormData form = parser.parseBlocking();
        PcmFrame heard;
        try (WavReader wav = WavReader.of(form.getFirst("file").getFileItem().getInputStream(), "the request's file")) {
            heard = wav.all();
        }
        requests.add(fields(exchange, form, heard));
        String text = understood(heard);
        switch (shape) {
            case JSON -> send(exchange, 200, "application/json", object("text", text));
            case TEXT -> send(exchange, 200, "text/plain", bytes(text));
            default -> send(exchange, 200, "text/event-stream", events(text));
        }
    }

    private static FormParserFactory inMemory() {
        MultiPartParserDefinition definition = new MultiPartParserDefinition();
        definition.setFileSizeThreshold(Integer.MAX_VALUE);
        return FormParserFactory.builder(false).addParser(definition).build();
    }

    private static Map<String, String> fields(HttpServerExchange exchange, FormData form, PcmFrame heard) {
        Map<String, String> fields = received(exchange);
        form.forEach(name -> {
            FormData.FormValue value = form.getFirst(name);
            fields.put(name, value.isFileItem() ? value.getFileName() : value.getValue());
        });
        fields.put("rate", String.valueOf(heard.sampleRate()));
        fields.put("millis", String.valueOf(heard.length().toMillis()));
        return fields;
    }

    private static Map<String, String> received(HttpServerExchange exchange) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("path", exchange.getRequestPath());
        fields.put("authorization", String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        return fields;
    }

    private String understood(PcmFrame heard) {
        int step = heard.sampleRate() / 50;
        long loudMillis = 0;
        for (int from = 0; from + step <= heard.samples().length; from += step) {
            long sum = 0;
            for (int i = from; i < from + step; i++) {
                sum += Math.abs(heard.samples()[i]);
            }
            loudMillis += sum > (long) SPEECH * step ? 20 : 0;
        }
        String text = String.join(" ", sentences);
        return text.substring(
                0, (int) Math.min(text.length(), (loudMillis + MILLIS_PER_CHARACTER - 1) / MILLIS_PER_CHARACTER));
    }

    private byte[] events(String text) throws IOException {
        StringBuilder events = new StringBuilder();
        for (String piece : text.split("(?<= )", -1)) {
            ObjectNode event = JSON.createObjectNode();
            switch (shape) {
                case DELTAS -> event.put("type", "transcript.text.delta").put("delta", piece);
                case CHUNKS ->
                    event.putArray("choices").addObject().putObject("delta").put("content", piece);
                default -> event.put("text", piece);
            }
            events.append("data: ").append(event).append("\n\n");
        }
        if (shape == Shape.DELTAS) { // llama.cpp's is empty
            events.append("event: x\ndata: {\"type\":\"transcript.text.done\",\"text\":\"\"}\n\n");
        }
        return bytes(events + "data: [DONE]\n\n");
    }

    private void speak(HttpServerExchange exchange) throws IOException {
        var body = JSON.readTree(exchange.getInputStream().readAllBytes());
        Map<String, String> fields = received(exchange);
        body.properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        requests.add(fields);
        if (words.isPresent()) {
            send(exchange, 200, label.orElse("audio/pcm"), bytes(words.get()));
            return;
        }
        PcmFrame spoken = new PcmFrame(voice.apply(body.path("input").asText(), rate), rate);
        switch (sound) {
            case PCM -> sendInPieces(exchange, spoken.littleEndian());
            case WAV -> send(exchange, 200, label.orElse("audio/wav"), WavInMemory.of(spoken));
            case STREAMED_WAV -> send(exchange, 200, label.orElse("audio/wav"), streamed(WavInMemory.of(spoken)));
            case MP3 -> send(exchange, 200, label.orElse("audio/mpeg"), bytes("ID3 and so on"));
            case NONE -> send(exchange, 200, "audio/pcm", new byte[0]);
        }
    }

    private static byte[] streamed(byte[] wav) {
        for (int at : new int[] {4, 5, 6, 7, 40, 41, 42, 43}) {
            wav[at] = (byte) 0xFF;
        }
        return wav;
    }

    /** Of an odd length: a sample is cut in two. */
    private void sendInPieces(HttpServerExchange exchange, byte[] sound) throws IOException {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, label.orElse("audio/pcm"));
        try (OutputStream out = exchange.getOutputStream()) {
            for (int from = 0; from < sound.length; from += 4095) {
                out.write(sound, from, Math.min(4095, sound.length - from));
                out.flush();
            }
        }
    }

    private static byte[] object(String name, String value) throws IOException {
        return JSON.writeValueAsBytes(Map.of(name, value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void send(HttpServerExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, type);
        try (OutputStream out = exchange.getOutputStream()) {
            out.write(body);
        }
    }
}
