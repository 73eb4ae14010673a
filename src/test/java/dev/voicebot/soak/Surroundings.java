package dev.voicebot.soak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.voicebot.ChildProgram;
import dev.voicebot.FreshHome;
import dev.voicebot.standin.ChatStandIn;
import dev.voicebot.standin.Script;
import dev.voicebot.standin.StandIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** One home, the services, and what goes wrong in them. One thread, but for the answers. */
final class Surroundings implements AutoCloseable {
    private static final List<Script.Fault> SPEECH_FAULTS = List.of(
            Script.Fault.TASK_FAILED,
            Script.Fault.CUT_AFTER_START,
            Script.Fault.CUT_IN_THE_MIDDLE,
            Script.Fault.FAILED_IN_THE_MIDDLE,
            Script.Fault.CLOSED_IN_THE_MIDDLE,
            Script.Fault.CUT_AT_THE_END,
            Script.Fault.SPEAKS_LESS,
            Script.Fault.MUTE);

    final Random random;
    final Counts counts = new Counts();
    final Path home;
    final Script script = new Script().voice(Surroundings::voice).frameBytes(8001);
    final StandIn standIn = StandIn.start(script);
    private final Map<String, String> environment;
    private volatile int chatFault; // drawn for the next question; any thread reads

    Surroundings(long seed, Path folder) throws IOException {
        random = new Random(seed);
        home = Files.createDirectories(folder.resolve("home"));
        environment = FreshHome.environment(home);
        environment.putAll(standIn.environment());
        environment.put("VOICEBOT_NETWORK_RETRIES", "2");
        standIn.chat().answerBy(this::answer);
    }

    Map<String, String> environment() {
        return environment;
    }

    /** Whether something that happens once in so many times happens now. */
    boolean draw(int onceIn) {
        return random.nextInt(onceIn) == 0;
    }

    static String expected(String question) {
        return "<" + question + "> It is so.";
    }

    private static short[] voice(String text, int rate) {
        return new short[rate / 200 * text.length()];
    }

    /** Some questions in a row get an error, a cut stream or one that drips, most get their answer. */
    void drawChatFault() {
        chatFault = draw(3) ? 1 + random.nextInt(6) : 0;
    }

    private ChatStandIn.Answer answer(JsonNode request) {
        String question = lastOf(request.path("messages"));
        ChatStandIn.Reply whole = ChatStandIn.Reply.of("<", question, "> ", "It ", "is ", "so.");
        int fault = chatFault;
        if (fault == 1 || fault == 2) {
            chatFault = fault == 1 ? 0 : 1; // goes by
        }
        return switch (fault) {
            case 1 -> ChatStandIn.Refusal.of(503, "server_error", "overloaded", "played by the stand-in");
            case 2 -> ChatStandIn.Refusal.tooManyRequests(0);
            case 3 -> whole.withEnding(ChatStandIn.Ending.CUT);
            case 4 -> whole.withEnding(ChatStandIn.Ending.ERROR);
            case 5 -> whole.withDelays(Duration.ofMillis(300), Duration.ofMillis(100));
            case 6 -> ChatStandIn.Refusal.of(500, "server_error", "broken", "played by the stand-in");
            default -> whole;
        };
    }

    private static String lastOf(JsonNode messages) {
        return messages.path(messages.size() - 1).path("content").asText();
    }

    /** Some tasks of this kind are refused, cut, or give less than they should. */
    void drawSpeechFault(Script.Part part, int onceIn) {
        if (draw(onceIn)) {
            script.fault(SPEECH_FAULTS.get(random.nextInt(SPEECH_FAULTS.size())), "InternalError")
                    .faultIn(part, 1);
        } else {
            noSpeechFault();
        }
    }

    void noSpeechFault() {
        script.fault(Script.Fault.NONE, "");
    }

    ProcessBuilder voicebot(String... arguments) {
        return ChildProgram.of(environment, List.of(), "dev.voicebot.cli.Main", arguments);
    }

    /** Runs to its end; killed after {@code life} milliseconds, unless that is 0. */
    Finished run(ProcessBuilder builder, long life) throws IOException, InterruptedException {
        Path out = home.resolve("out.txt");
        Path err = home.resolve("err.txt");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(life == 0 ? 120_000 : life, TimeUnit.MILLISECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        return new Finished(
                ended ? process.exitValue() : life == 0 ? Finished.HUNG : Finished.KILLED,
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    /** How a run ended. */
    record Finished(int exit, String out, String err) {
        static final int HUNG = -1;
        static final int KILLED = 137;

        /** It failed and said why. */
        boolean told() {
            return exit > 0 && !err.isBlank();
        }
    }

    @Override
    public void close() {
        standIn.close();
    }
}
