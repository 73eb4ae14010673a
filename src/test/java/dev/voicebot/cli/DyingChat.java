package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Two questions and their replies: spoken and saved in a new conversation, or as the rest of an old one. */
record DyingChat(boolean resumed) implements Dying {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> QUESTIONS = List.of("one", "two");

    @Override
    public void prepare(Path home, Shell shell) {
        if (resumed) {
            assertThat(ask(shell, "zero", "chat", "--no-speak").exit()).isZero();
        }
    }

    @Override
    public void run(Path home, Shell shell) {
        ask(
                shell,
                String.join("\n", QUESTIONS),
                resumed ? new String[] {"chat", "--continue", "--no-speak"} : new String[] {"chat"});
    }

    @Override
    public void check(Path home, Shell shell, int asked) throws IOException {
        Shell.Finished list = shell.run("sessions", "list");
        assertThat(list.exit()).as(list.err()).isZero();
        assertThat(list.lines().size()).isLessThanOrEqualTo(1);
        if (resumed) {
            assertThat(turns(shell, list)).isNotEmpty().first().satisfies(turn -> isWhole(turn, "zero"));
        }
        List<JsonNode> turns = turns(shell, list);
        for (int i = 0; i < asked; i++) {
            String question = QUESTIONS.get(i);
            JsonNode kept = turnOf(question, turns);
            if (i + 1 < asked) { // the next one was asked, so this one was over
                isWhole(kept, question);
            }
        }
        everyRecordingIsListed(home, shell);
        assertThat(shell.run("usage").exit()).isZero();
        if (asked > 0 || resumed) {
            theConversationGoesOn(shell, turns);
        }
    }

    /** A kill leaves sound that can be heard: no file is broken, and none is left out but those without sound. */
    private static void everyRecordingIsListed(Path home, Shell shell) throws IOException {
        Shell.Finished replies = shell.run("replay", "--list", "--json");
        assertThat(replies.exit()).as(replies.err()).isZero();
        Path folder = home.resolve("replies");
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path wav :
                        (Iterable<Path>) files.filter(file -> file.toString().endsWith(".wav"))::iterator) {
                    assertThat(replies.out().contains(wav.getFileName().toString()))
                            .as("%s of %d bytes is listed", wav, Files.size(wav))
                            .isEqualTo(Files.size(wav) > 45);
                }
            }
        }
    }

    private static void theConversationGoesOn(Shell shell, List<JsonNode> before) throws IOException {
        Shell.Finished next = ask(shell, "three", "chat", "--continue", "--no-speak");

        assertThat(next.exit()).as(next.err()).isZero();
        List<JsonNode> after = turns(shell, shell.run("sessions", "list"));
        assertThat(after.stream().map(turn -> turn.path("question").asText()))
                .containsExactlyElementsOf(Stream.concat(
                                before.stream()
                                        .map(turn -> turn.path("question").asText()),
                                Stream.of("three"))
                        .toList());
        isWhole(after.get(after.size() - 1), "three");
    }

    private static List<JsonNode> turns(Shell shell, Shell.Finished list) throws IOException {
        List<JsonNode> turns = new ArrayList<>();
        for (String line : list.lines()) {
            Shell.Finished shown = shell.run("sessions", "show", line.split(" ", 2)[0], "--json");
            assertThat(shown.exit()).as(shown.err()).isZero();
            JSON.readTree(shown.out()).path("turns").forEach(turns::add);
        }
        return turns;
    }

    private static JsonNode turnOf(String question, List<JsonNode> turns) {
        List<JsonNode> found = turns.stream()
                .filter(turn -> turn.path("question").asText().equals(question))
                .toList();
        assertThat(found).as("turns of '%s' in %s", question, turns).hasSize(1);
        return found.get(0);
    }

    private static void isWhole(JsonNode turn, String question) {
        assertThat(turn.path("question").asText()).isEqualTo(question);
        assertThat(turn.path("reply").asText()).isEqualTo("<" + question + ">");
        assertThat(turn.path("end").asText()).isEqualTo("whole");
    }

    private static Shell.Finished ask(Shell shell, String questions, String... command) {
        return shell.input((questions + "\n").getBytes(StandardCharsets.UTF_8)).run(command);
    }
}
