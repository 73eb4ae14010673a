package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voicebot.standin.ChatStandIn;
import dev.voicebot.standin.Script;
import dev.voicebot.standin.StandIn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PipedChatTest {
    @TempDir
    private Path home;

    private final Script script = new Script().answer(question -> List.of("<", question, ">"));
    private StandIn standIn;
    private Shell shell;

    @BeforeEach
    void start() {
        standIn = StandIn.start(script);
        shell = new Shell(home).with(standIn.environment()).with("VOICEBOT_CHAT_ENGINE", "dashscope");
    }

    @AfterEach
    void end() {
        standIn.close();
    }

    @Test
    void aPipeBelongsToTheQuestion() {
        Shell.Finished finished = shell.input("+ one line\n- another\n".getBytes(StandardCharsets.UTF_8))
                .run("chat", "--no-speak", "explain", "this");

        assertThat(finished.out()).isEqualTo("<explain this\n\n+ one line\n- another>\n");
        assertThat(finished.exit()).isZero();
    }

    @Test
    void whatHasNoEndIsRefusedBeforeItIsAsked() {
        Shell.Finished zeros = shell.input(endless((byte) 0)).run("chat", "--no-speak", "explain");
        Shell.Finished line = shell.input(endless((byte) 'y')).run("chat", "--no-speak");
        Shell.Finished all = shell.input(endless((byte) 'y')).run("chat", "--no-speak", "explain");

        assertThat(zeros.exit()).isEqualTo(2);
        assertThat(zeros.err()).contains("standard input is not text: it contains NUL bytes");
        assertThat(line.exit()).isEqualTo(2);
        assertThat(line.err()).contains("A line of standard input is longer than");
        assertThat(all.exit()).isEqualTo(2);
        assertThat(all.err()).contains("Standard input is longer than");
        assertThat(zeros.out() + line.out() + all.out()).isEmpty();
    }

    @Test
    void aQuestionThatIsNoTextIsRefused() {
        Shell.Finished finished = shell.run("chat", "--no-speak", "caf\ufffd");

        assertThat(finished.exit()).isEqualTo(2);
        assertThat(finished.err()).contains("not UTF-8");
    }

    private static InputStream endless(byte content) {
        return new InputStream() {
            @Override
            public int read() {
                return content;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                Arrays.fill(target, offset, offset + length, content);
                return length;
            }
        };
    }

    @Test
    void aTerminalIsNotReadForAQuestionThatIsWhole() {
        Shell.Finished finished = shell.terminals(true, false, false)
                .input("not for me\n".getBytes(StandardCharsets.UTF_8))
                .run("chat", "--no-speak", "hi");

        assertThat(finished.out()).isEqualTo("<hi>\n");
    }

    @Test
    void inAPipeNobodySpeaksHandsFree() {
        Shell.Finished finished =
                shell.input("one\n".getBytes(StandardCharsets.UTF_8)).run("chat", "--hands-free");

        assertThat(finished.exit()).isEqualTo(2);
        assertThat(finished.err())
                .contains("--hands-free needs a terminal and excludes a question, a pipe and" + " --json.");
        assertThat(finished.out()).isEmpty();
    }

    @Test
    void eachLineOfAPipeIsAJsonObjectWithWhatTheTurnWas() throws IOException {
        Shell.Finished finished =
                shell.input("one\ntwo\n".getBytes(StandardCharsets.UTF_8)).run("chat", "--json");

        assertThat(finished.lines()).hasSize(2);
        JsonNode second = new ObjectMapper().readTree(finished.lines().get(1));
        assertThat(second.path("question").asText()).isEqualTo("two");
        assertThat(second.path("text").asText()).isEqualTo("<two>");
        assertThat(second.path("end").asText()).isEqualTo("whole");
        assertThat(Path.of(second.path("wav").asText())).exists();
        assertThat(second.path("usage").path("completion_tokens").asInt()).isPositive();
        assertThat(second.path("timings").path("total").asDouble()).isNotNegative();
    }

    @Test
    void aReplyWhoseVoiceBrokeIsNotCalledDone() throws IOException {
        script.fault(Script.Fault.CLOSED_IN_THE_MIDDLE, "").faultIn(Script.Part.SYNTHESIS, 100);

        Shell.Finished finished = shell.run("chat", "--json", "--set", "network.retries=0", "hello");

        JsonNode turn = new ObjectMapper().readTree(finished.lines().get(0));
        assertThat(finished.exit()).isEqualTo(5);
        assertThat(finished.err().lines().filter(line -> line.contains("broke off")))
                .hasSize(1);
        assertThat(turn.path("end").asText()).isEqualTo("whole");
        assertThat(turn.path("speech_broke").asBoolean()).isTrue();
    }

    @Test
    void aQuestionThatFailsDoesNotStopTheNextOne() {
        refuseTheSecondQuestion();

        Shell.Finished finished = shell.input("one\ntwo\nthree\n".getBytes(StandardCharsets.UTF_8))
                .run("chat", "--no-speak");

        assertThat(finished.out()).isEqualTo("<one>\n<three>\n");
        assertThat(finished.err()).contains("question 2: ", "rejected the text").endsWith("1 of 3 questions failed\n");
        assertThat(finished.exit()).isEqualTo(5);
    }

    @Test
    void whoWantsItFailsFast() {
        refuseTheSecondQuestion();

        Shell.Finished finished = shell.input("one\ntwo\nthree\n".getBytes(StandardCharsets.UTF_8))
                .run("chat", "--no-speak", "--fail-fast");

        assertThat(finished.out()).isEqualTo("<one>\n");
        assertThat(finished.exit()).isEqualTo(5);
    }

    @Test
    void anAccountThatIsRefusedEndsAllQuestions() {
        script.chatError("Arrearage");

        Shell.Finished finished = shell.input("one\ntwo\nthree\n".getBytes(StandardCharsets.UTF_8))
                .run("chat", "--no-speak");

        assertThat(finished.exit()).isEqualTo(4);
        assertThat(standIn.chat().requests()).hasSize(1);
    }

    private void refuseTheSecondQuestion() {
        standIn.chat()
                .answerNext(ChatStandIn.Reply.of("<one>"))
                .answerNext(ChatStandIn.Refusal.inspectionFailed())
                .answerNext(ChatStandIn.Reply.of("<three>"));
    }

    @Test
    void theGuideTellsOfTheCommandsThatUsersHave() {
        Shell.Finished finished = shell.run("chat", "--no-speak", "--set", "chat.engine=guide", "what can you do?");

        assertThat(finished.out()).contains("listen").doesNotContain("train-class-data", "man-pages");
    }

    @Test
    void everyHelpListsTheExitCodes() {
        for (String command : List.of("chat", "listen", "speak", "replay")) {
            Shell.Finished finished = shell.run(command, "--help");

            assertThat(finished.exit()).isZero();
            assertThat(finished.out()).contains("Exit codes:", "130   interrupted", "7     nothing heard");
        }
    }

    @Test
    void noExampleOfAHelpIsBrokenInTwo() {
        for (String command : List.of(
                "chat",
                "listen",
                "speak",
                "replay",
                "sessions",
                "usage",
                "ctl",
                "devices",
                "doctor",
                "config",
                "completion")) {
            String help = shell.run(command, "--help").out();

            assertThat(help.split("Examples:\n", 2)[1].split("\n\n", 2)[0].lines())
                    .as(command)
                    .isNotEmpty()
                    .allMatch(line -> line.startsWith("  "));
        }
    }

    @Test
    void theReadmeListsTheSameExitCodes() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        ExitCode.list().keySet().stream()
                .filter(code -> !code.equals("141"))
                .forEach(code -> assertThat(readme).contains("| " + code + " |"));
    }
}
