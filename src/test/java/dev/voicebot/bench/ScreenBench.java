package dev.voicebot.bench;

import dev.voicebot.config.Folders;
import dev.voicebot.repl.TimedChat;
import dev.voicebot.turn.Conversation;
import dev.voicebot.wiring.Assembly;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The chat screen on a terminal in memory: from Enter to the request, from a token to its glyphs. */
final class ScreenBench {
    private static final int TOKENS = 12; // of each reply
    private static final int LANE = 0;

    /** Nobody types a question at once, and meanwhile the connection of the interrupted reply is opened anew. */
    private static final Duration TYPING = Duration.ofMillis(500);

    private final Path folder;
    private final int turns;
    private final Figures request = new Figures();
    private final Figures firstToken = new Figures();
    private final Figures glyph = new Figures();

    ScreenBench(Path folder, int turns) {
        this.folder = folder;
        this.turns = turns;
    }

    void run(Report report) throws Exception {
        Path home = Files.createDirectories(folder.resolve("screen"));
        try (Services services = Services.start(Profile.TYPICAL, 1);
                Assembly assembly = Assembly.of(
                        VoicebotWay.settings(services.port(LANE), home, Map.of("synthesis.enabled", "false")),
                        Folders.of(Map.of(), home),
                        Clock.systemUTC(),
                        Map.of())) {
            Conversation conversation = assembly.conversation();
            assembly.warm(conversation);
            try (TimedChat chat = TimedChat.start(home, conversation)) {
                turn(chat, services, new Figures(), new Figures(), new Figures());
                for (int i = 0; i < turns; i++) {
                    turn(chat, services, request, firstToken, glyph);
                }
            }
        }
        report.time("Enter → request at the service, typed chat", request);
        report.time("Enter → first visible token, of which the service takes 400 ms", firstToken);
        report.time("token sent → written to the terminal, 40 a second", glyph);
    }

    private void turn(TimedChat chat, Services services, Figures toRequest, Figures toFirst, Figures toGlyph)
            throws InterruptedException {
        services.forget(LANE);
        long pressed = chat.ask("How do I learn a language?", TYPING);
        List<ServiceEvent> seen = services.since(LANE, pressed, ScreenBench::isEnough);
        List<ServiceEvent> tokens = seen.stream()
                .filter(event -> event.is("chat.token"))
                .limit(TOKENS)
                .toList();
        List<String> words = tokens.stream().map(ServiceEvent::detail).toList();
        seen.stream()
                .filter(event -> event.is("chat.request"))
                .findFirst()
                .ifPresent(event -> toRequest.addNanos(event.nanos() - pressed));
        for (int i = 0; i < tokens.size(); i++) {
            long sent = tokens.get(i).nanos();
            long written = chat.awaitWritten(words.subList(0, i + 1));
            toGlyph.addNanos(written - sent);
            if (i == 0) {
                toFirst.addNanos(written - pressed);
            }
        }
        chat.interrupt();
    }

    private static boolean isEnough(List<ServiceEvent> events) {
        return events.stream().filter(event -> event.is("chat.token")).count() >= TOKENS;
    }
}
