package dev.voicebot.standin;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.websockets.core.WebSocketChannel;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A DashScope on this machine: speech and chat on one port of the loopback address, over real sockets. */
public final class StandIn implements AutoCloseable {
    private static final String SPEECH = "/api-ws/v1/inference";
    private static final String CHAT = "/compatible-mode/v1";
    private static final String HTTP = "/api/v1";
    private static final String MODELS = HTTP + "/models";
    static final String WRONG_KEY =
            "{\"code\":\"InvalidApiKey\",\"message\":\"Invalid API-key provided.\",\"request_id\":\"r\"}";
    private static final String LISTS = HTTP + "/services/audio/asr/customization";

    private final Script script;
    private final Undertow server;
    private final ChatStandIn chat;
    private final ModelList models;
    private final AtomicInteger sockets = new AtomicInteger();
    private final AtomicInteger listsMade = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<SpeechSocket> open = new CopyOnWriteArrayList<>();
    private final BlockingQueue<ReceivedSpeech> recognitions = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> lists = new LinkedBlockingQueue<>();
    private final BlockingQueue<ReceivedSpeech> syntheses = new LinkedBlockingQueue<>();

    private StandIn(Script script, int port) {
        this.script = script;
        this.chat = chat(script);
        this.models = new ModelList(script);
        HttpHandler servers = new SpeechServerStandIn()
                .understand(script.sentences.toArray(String[]::new))
                .voice((text, rate) -> script.voice.apply(text, rate));
        HttpHandler speech = Handlers.websocket((exchange, channel) -> accept(channel));
        this.server = Undertow.builder()
                .addHttpListener(port, "127.0.0.1")
                .setIoThreads(2)
                .setHandler(Handlers.path()
                        .addPrefixPath(SPEECH, exchange -> upgrade(exchange, speech))
                        .addPrefixPath(CHAT, chat)
                        .addPrefixPath(LISTS, this::list)
                        .addPrefixPath(MODELS, models)
                        .addPrefixPath("/v1/audio", servers)
                        .addPrefixPath("/inference", servers)
                        .addPrefixPath("/v1", chat))
                .build();
    }

    /** On a free port. */
    public static StandIn start(Script script) {
        return start(script, 0);
    }

    public static StandIn start(Script script, int port) {
        StandIn standIn = new StandIn(script, port);
        standIn.server.start();
        return standIn;
    }

    public int port() {
        return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    }

    public String speechUrl() {
        return "ws://127.0.0.1:" + port() + SPEECH + "/";
    }

    public String chatUrl() {
        return "http://127.0.0.1:" + port() + CHAT;
    }

    /** What a program needs to take this for the cloud. */
    public Map<String, String> environment() {
        return environment(port(), script.key);
    }

    static Map<String, String> environment(int port, String key) {
        return Map.of(
                "DASHSCOPE_API_KEY",
                key,
                "DASHSCOPE_WEBSOCKET_BASE_URL",
                "ws://127.0.0.1:" + port + SPEECH + "/",
                "DASHSCOPE_HTTP_BASE_URL",
                "http://127.0.0.1:" + port + HTTP,
                "VOICEBOT_CHAT_BASE_URL",
                "http://127.0.0.1:" + port + CHAT);
    }

    /** The chat half, to be scripted and questioned on its own. */
    public ChatStandIn chat() {
        return chat;
    }

    /** {@code https://…} of this one. */
    String host() {
        return "http://127.0.0.1:" + port();
    }

    /** {@code https://…/api/v1} of this one. */
    public String httpUrl() {
        return host() + HTTP;
    }

    /** How often the list of models was asked for. */
    public int modelListRequests() {
        return models.requests();
    }

    /** The next recognition that began, in order. */
    public ReceivedSpeech recognition() throws InterruptedException {
        return next(recognitions);
    }

    /** The next request about a list of hot words, in order. */
    public String list() throws InterruptedException {
        return next(lists);
    }

    /** The next synthesis that began, in order. */
    public ReceivedSpeech synthesis() throws InterruptedException {
        return next(syntheses);
    }

    /** The next synthesis that got text, in order; those that were only begun ahead of a reply are left out. */
    public ReceivedSpeech spoken() throws InterruptedException {
        ReceivedSpeech task = synthesis();
        while (!task.awaitInput()) {
            task = synthesis();
        }
        return task;
    }

    public int sockets() {
        return sockets.get();
    }

    /** Cuts every connection to the speech service without a word. */
    public void cutSockets() {
        open.forEach(SpeechSocket::cut);
    }

    /** How many connections to the speech service are open now. */
    public long openSockets() {
        return open.stream().filter(SpeechSocket::isOpen).count();
    }

    @Override
    public void close() {
        closing.countDown();
        open.forEach(SpeechSocket::close);
        server.stop();
    }

    static boolean isKey(HttpServerExchange exchange, Script script) {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        return given != null && given.equalsIgnoreCase("Bearer " + script.key);
    }

    private static ChatStandIn chat(Script script) {
        return new ChatStandIn()
                .requireKey(script.key)
                .witness((nanos, what, detail) -> script.witness.saw(nanos, what, detail))
                .mood(time -> script.mood.apply(time))
                .listModels(script.models().stream()
                        .filter(ServedModel::chats)
                        .map(ServedModel::name)
                        .toArray(String[]::new))
                .answerBy(new DashScopeChat(script)::answer);
    }

    /** Lists of hot words: each one made gets a number. */
    private void list(HttpServerExchange exchange) {
        exchange.getRequestReceiver().receiveFullString(this::answerList, StandardCharsets.UTF_8);
    }

    private void answerList(HttpServerExchange exchange, String body) {
        lists.add(body);
        boolean isKey = isKey(exchange, script);
        exchange.setStatusCode(isKey ? 200 : 401);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseSender()
                .send(
                        isKey
                                ? "{\"output\":{\"vocabulary_id\":\"vocab-voicebot-" + made(body)
                                        + "\"},\"usage\":{\"count\":1},\"request_id\":\"r\"}"
                                : WRONG_KEY);
    }

    private int made(String body) {
        return body.contains("create_vocabulary") ? listsMade.incrementAndGet() : listsMade.get();
    }

    private void upgrade(HttpServerExchange exchange, HttpHandler speech) {
        exchange.dispatch(() -> {
            pause(script.handshakeDelay);
            int status = script.refusal != 0 ? script.refusal : isKey(exchange, script) ? 101 : 401;
            if (status == 101) {
                exchange.dispatch(speech);
                return;
            }
            exchange.setStatusCode(status);
            exchange.getResponseSender().send(WRONG_KEY);
        });
    }

    /** Ends early when the stand-in closes: a server's stop waits for its threads. */
    private void pause(Duration delay) {
        try {
            closing.await(delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept(WebSocketChannel channel) {
        SpeechSocket socket = new SpeechSocket(channel, script, sockets.incrementAndGet(), this::began);
        open.add(socket);
        script.witness.saw("socket", "");
        channel.getReceiveSetter().set(socket);
        channel.resumeReceives();
    }

    private void began(ReceivedSpeech task) {
        (task.isRecognition() ? recognitions : syntheses).add(task);
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing came");
        }
        return next;
    }
}
