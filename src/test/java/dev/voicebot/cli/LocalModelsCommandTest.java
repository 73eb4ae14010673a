package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.JsonSchema;
import dev.voicebot.text.Messages;
import dev.voicebot.text.UiLanguage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LocalModelsCommandTest {
    @TempDir
    private Path home;

    @TempDir
    private Path stick;

    @BeforeEach
    void aModelOnAStick() throws IOException {
        Files.writeString(stick.resolve("m.onnx"), "weights");
        Files.writeString(
                stick.resolve("voicebot-model.json"),
                "{\"name\": \"mine\", \"kind\": \"ctc\", \"license\": \"MIT\","
                        + " \"languages\": [\"en\"], \"files\": [{\"role\": \"model\", \"path\": \"m.onnx\", \"size\": 7}]}");
    }

    @Test
    void whatThereIsIsListedWithoutAKey() {
        Shell.Finished finished = new Shell(home).run("models", "list");

        assertThat(finished.exit()).as(finished.err()).isZero();
        assertThat(finished.lines())
                .anyMatch(line -> line.matches("sensevoice +240 MB +recognition +zh, en, ja, ko, yue .*FunASR.*"))
                .anyMatch(line -> line.startsWith("engine-"));
    }

    @Test
    void theListIsJsonWhereThatIsWanted() {
        pull("--yes");

        Shell.Finished finished = new Shell(home).run("models", "list", "--json");

        assertThat(finished.lines())
                .allSatisfy(line -> assertThat(JsonSchema.named("local-model").mistakes(line))
                        .isEmpty())
                .anyMatch(line -> line.contains("\"name\":\"mine\",\"state\":\"here\""));
    }

    @Test
    void aModelIsPulledFromAFolder() {
        Shell.Finished finished = pull("--yes");

        assertThat(finished.exit()).as(finished.err()).isZero();
        assertThat(finished.out().strip()).endsWith("/models/mine");
        assertThat(finished.err())
                .contains("mine, 7 B, license MIT.")
                .contains("Downloading mine (7 B).")
                .contains("No SHA-256 was published for mine.");
        assertThat(new Shell(home).run("models", "path", "mine").out()).isEqualTo(finished.out());
    }

    @Test
    void withoutATerminalTheLicenseNeedsAnOption() {
        Shell.Finished finished = pull();

        assertThat(finished.exit()).isEqualTo(2);
        assertThat(finished.err())
                .isEqualTo("voicebot: Pulling needs your agreement to the license. mine, 7 B, license MIT."
                        + " Add --yes to agree.\n");
    }

    @Test
    void atATerminalTheLicenseIsAskedForOnce() {
        Shell.Finished first = atTerminal("\n");
        new Shell(home).run("models", "remove", "mine");

        Shell.Finished second = atTerminal("");

        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(first.err()).contains("Download 7 B now? [Y/n] ");
        assertThat(second.exit()).as(second.err()).isZero();
        assertThat(second.err()).doesNotContain("[Y/n]");
    }

    @Test
    void inChineseItIsAskedInChinese() {
        Messages.use(UiLanguage.ZH);
        try {
            Shell.Finished asked = atTerminal("\n");

            assertThat(asked.err()).contains("mine，7 B，许可：MIT").contains("现在下载 7 B 吗？");
            assertThat(new Shell(home).run("models", "remove", "mine").err()).isEqualTo("voicebot: 已删除 mine。\n");
        } finally {
            Messages.use(UiLanguage.EN);
        }
    }

    @Test
    void whoSaysNoGetsNothing() {
        Shell.Finished finished = atTerminal("n\n");

        assertThat(finished.exit()).isEqualTo(1);
        assertThat(finished.err()).contains("Nothing was downloaded.");
        assertThat(home.resolve(".local/share/voicebot/models/mine")).doesNotExist();
    }

    @Test
    void damageIsFound() throws IOException {
        pull("--yes");
        assertThat(new Shell(home).run("models", "verify").out()).isEqualTo("mine: ok\n");

        Files.writeString(home.resolve(".local/share/voicebot/models/mine/m.onnx"), "WEIGHTS");
        Shell.Finished finished = new Shell(home).run("models", "verify", "mine", "--json");

        assertThat(finished.exit()).isEqualTo(1);
        assertThat(finished.out()).contains("\"ok\":false,\"problem\":\"m.onnx has changed\"");
        assertThat(JsonSchema.named("model-check").mistakes(finished.out().strip()))
                .isEmpty();
    }

    @Test
    void aRemovedModelIsGone() {
        pull("--yes");

        assertThat(new Shell(home).run("models", "remove", "mine").err()).isEqualTo("voicebot: Deleted mine.\n");

        Shell.Finished again = new Shell(home).run("models", "remove", "mine");
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err()).isEqualTo("voicebot: mine is not here.\n");
    }

    @Test
    void aMistypedNameHasASuggestion() {
        Shell.Finished finished = new Shell(home).run("models", "pull", "sensevioce", "--yes");

        assertThat(finished.exit()).isEqualTo(2);
        assertThat(finished.err()).isEqualTo("voicebot: Unknown model sensevioce. Did you mean sensevoice?\n");
    }

    @Test
    void namesAreCompleted() {
        assertThat(new Shell(home).run("complete", "local_models", "sense").out())
                .isEqualTo("sensevoice\tabsent\n");
    }

    private Shell.Finished pull(String... more) {
        return run(new Shell(home), more);
    }

    private Shell.Finished atTerminal(String answer) {
        return run(new Shell(home).terminals(true, true, true).input(answer.getBytes(StandardCharsets.UTF_8)));
    }

    private Shell.Finished run(Shell shell, String... more) {
        String[] all = new String[5 + more.length];
        System.arraycopy(new String[] {"models", "pull", "mine", "--from", stick.toString()}, 0, all, 0, 5);
        System.arraycopy(more, 0, all, 5, more.length);
        return shell.run(all);
    }
}
