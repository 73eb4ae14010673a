package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.JsonSchema;
import dev.voicebot.standin.ReplayServer;
import dev.voicebot.standin.Script;
import dev.voicebot.standin.StandIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --trace} against the stand-in, and the traces played back. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TraceTest {
    @TempDir
    private Path home;

    private final Script script = new Script().sentences("hello world", "good bye");
    private StandIn standIn;
    private Path trace;

    @BeforeEach
    void start() {
        standIn = StandIn.start(script);
        trace = home.resolve("trace.jsonl");
    }

    @AfterEach
    void end() throws IOException {
        standIn.close();
        List<String> lines = Files.isRegularFile(trace) ? Files.readAllLines(trace) : List.of();
        assertThat(lines) // whatever was traced
                .allSatisfy(line -> assertThat(JsonSchema.named("trace").mistakes(line))
                        .as(line)
                        .isEmpty());
    }

    @Test
    void aTalkPlayedBackIsUnderstoodAgain() throws IOException {
        String talk = talk().toString();

        Shell.Finished traced = traced("listen", "--timestamps", talk);
        Shell.Finished replayed = replayed("listen", "--timestamps", talk);

        assertThat(traced.out()).contains("hello world").contains("good bye");
        assertThat(replayed.out()).isEqualTo(traced.out());
        assertThat(replayed.exit()).isEqualTo(traced.exit()).isZero();
    }

    @Test
    void soundIsWrittenAsItsLength() throws IOException {
        traced("listen", talk().toString());

        assertThat(events("binary"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .contains("\"direction\":\"out\",\"event\":\"binary\",\"bytes\":")
                        .doesNotContain("\"sound\""));
    }

    @Test
    void soundThatIsWrittenWholeIsHeardAgain() throws IOException {
        Path first = home.resolve("first.wav");
        Path second = home.resolve("second.wav");

        traced("speak", "--trace-sound", "-o", first.toString(), "Hello there. All is well.");
        Shell.Finished replayed = replayed("speak", "-o", second.toString(), "Hello there. All is well.");

        assertThat(replayed.exit()).isZero();
        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void anAnswerPlayedBackIsReadAgain() throws IOException {
        byte[] question = "What is new?\n".getBytes(StandardCharsets.UTF_8);

        Shell.Finished traced = asked(question);
        Shell.Finished replayed;
        try (ReplayServer replay = ReplayServer.start(trace)) {
            replayed = shell(replay.environment()).input(question).run("chat", "--no-speak");
        }

        assertThat(traced.out()).contains("That is all.");
        assertThat(replayed.out()).isEqualTo(traced.out());
    }

    @Test
    void neitherKeyNorHeaderGetsIntoTheFile() throws IOException {
        script.sentences("my key is " + Script.KEY);

        traced("listen", talk().toString());
        String speech = Files.readString(trace);
        asked(("My key is " + Script.KEY + ", another is sk-0123456789.\n").getBytes(StandardCharsets.UTF_8));
        String chat = Files.readString(trace);

        assertThat(speech).contains("my key is ***");
        assertThat(chat).contains("/chat/completions").contains("My key is ***, another is ***.");
        assertThat(Stream.of(speech, chat))
                .allSatisfy(text -> assertThat(text.toLowerCase(Locale.ROOT))
                        .doesNotContain(Script.KEY)
                        .doesNotContain("sk-0123456789")
                        .doesNotContain("authorization")
                        .doesNotContain("user-agent")
                        .doesNotContain("bearer"));
    }

    @Test
    void onlyTheOwnerReadsTheFile() throws IOException {
        traced("listen", talk().toString());

        assertThat(Files.getPosixFilePermissions(trace)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aCloseFrameIsPlayedBackAsWell() throws IOException {
        script.fault(Script.Fault.CLOSED_AT_THE_END, "").closeCode(1011);

        Shell.Finished traced = traced("listen", talk().toString());
        Shell.Finished replayed = replayed("listen", talk().toString());

        assertThat(events("close")).anySatisfy(line -> assertThat(line).contains("\"code\":1011"));
        assertThat(traced.exit()).isEqualTo(5);
        assertThat(replayed.exit()).isEqualTo(5);
    }

    @Test
    void aRefusedKeyIsTracedAndPlayedBack() throws IOException {
        script.key("sk-another-key");

        Shell.Finished traced = traced("listen", talk().toString());
        Shell.Finished replayed = replayed("listen", talk().toString());

        assertThat(events("response")).anySatisfy(line -> assertThat(line).contains("\"status\":401"));
        assertThat(traced.exit()).isEqualTo(4);
        assertThat(replayed.exit()).isEqualTo(4);
    }

    @Test
    void everythingIsInOrderWithItsTime() throws IOException {
        traced("listen", talk().toString());

        List<String> all = Files.readAllLines(trace, StandardCharsets.UTF_8);
        List<String> lines =
                all.stream().filter(line -> line.contains("\"kind\":\"ws\"")).toList();
        assertThat(lines.get(0)).contains("\"kind\":\"ws\",\"direction\":\"out\",\"event\":\"open\"");
        assertThat(lines.get(1)).contains("\"direction\":\"in\",\"event\":\"opened\",\"status\":101");
        assertThat(lines.get(2)).contains("run-task");
        assertThat(all).map(TraceTest::time).isSorted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1", "http://no-such-host.invalid"})
    void aTraceDoesNotChangeWhatIsSaidOfAServiceThatCannotBeReached(String address) throws IOException {
        Map<String, String> nowhere = Map.of(
                "DASHSCOPE_API_KEY",
                Script.KEY,
                "DASHSCOPE_WEBSOCKET_BASE_URL",
                address.replace("http", "ws") + "/api-ws/v1/inference/",
                "VOICEBOT_CHAT_BASE_URL",
                address + "/v1");
        String talk = talk().toString();

        for (List<String> command : List.of(List.of("listen", talk), List.of("chat", "--no-speak"))) {
            List<String> traced = Stream.concat(command.stream(), Stream.of("--trace", trace.toString()))
                    .toList();
            assertThat(errors(nowhere, traced)).isNotEmpty().isEqualTo(errors(nowhere, command));
        }
    }

    private List<String> errors(Map<String, String> environment, List<String> command) {
        Shell.Finished finished = shell(environment)
                .input("Hi\n".getBytes(StandardCharsets.UTF_8))
                .run(command.toArray(String[]::new));
        return finished.err().lines().filter(line -> !line.contains("trace")).toList();
    }

    @Test
    void aFileThatCannotBeWrittenIsTold() throws IOException {
        Shell.Finished finished = shell(standIn.environment())
                .run("listen", "--trace", home.resolve("missing/trace").toString(), talk().toString());

        assertThat(finished.err()).contains("Cannot write the trace");
        assertThat(finished.exit()).isEqualTo(3);
    }

    private Shell.Finished asked(byte[] question) {
        return shell(standIn.environment()).input(question).run("chat", "--no-speak", "--trace", trace.toString());
    }

    private Shell.Finished traced(String command, String... arguments) {
        String[] all = Stream.concat(Stream.of(command, "--trace", trace.toString()), Stream.of(arguments))
                .toArray(String[]::new);
        return shell(standIn.environment().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                each -> each.getKey().equals("DASHSCOPE_API_KEY") ? Script.KEY : each.getValue())))
                .run(all);
    }

    private Shell.Finished replayed(String command, String... arguments) throws IOException {
        try (ReplayServer replay = ReplayServer.start(trace)) {
            String[] all =
                    Stream.concat(Stream.of(command), Stream.of(arguments)).toArray(String[]::new);
            return shell(replay.environment()).run(all);
        }
    }

    private Shell shell(Map<String, String> environment) {
        return new Shell(home).with(environment).with("VOICEBOT_CHAT_ENGINE", "dashscope");
    }

    private Path talk() throws IOException {
        Duration second = Duration.ofSeconds(1);
        return TestSound.wav(home.resolve("talk.wav"), second, second);
    }

    private List<String> events(String name) throws IOException {
        return Files.readAllLines(trace).stream()
                .filter(line -> line.contains("\"event\":\"" + name + "\""))
                .toList();
    }

    private static Long time(String line) {
        return Long.valueOf(line.replaceFirst("\\{\"time\":(\\d+),.*", "$1"));
    }
}
