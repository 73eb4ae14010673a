package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.recordings.RecordingArchive;
import dev.voicebot.recordings.ReplyDetails;
import dev.voicebot.recordings.ReplyRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2026-11-25T02:30:00Z");

    private CommandLineRun last = new CommandLineRun(0, "", "");

    @TempDir
    private Path home;

    private Path folder;

    @BeforeEach
    void threeReplies() {
        folder = home.resolve("replies");
        save("The tea ceremony.", "What is it?", Duration.ofDays(40));
        save("你好，世界。", "说点什么", Duration.ofDays(2));
        save("Tea is \"hot\"\n\tnow.", "And now?", Duration.ofHours(1));
    }

    @Test
    void theListIsATableNewestFirst() {
        assertThat(run("--list")).isZero();

        assertThat(lines())
                .containsExactly(
                        "   1  2026-11-25 09:30:00     0.5 s  Tea is \"hot\" now.",
                        "   2  2026-11-23 10:30:00     0.5 s  你好，世界。",
                        "   3  2026-10-16 10:30:00     0.5 s  The tea ceremony.");
    }

    @Test
    void wordsKeepTheNumbersOfTheWholeList() {
        run("--list", "tea");

        assertThat(lines()).hasSize(2).last().asString().startsWith("   3  2026-10-16");
    }

    @Test
    void aListOfNothingThatWasSearchedForEndsAsGrepDoes() {
        assertThat(run("--list", "coffee")).isEqualTo(1);
        assertThat(run("--list", "--json", "--since", "1m")).isEqualTo(1);
        assertThat(run("--list", "tea")).isZero();
    }

    @Test
    void sinceAndLastNarrowTheList() {
        run("--list", "--since", "3d", "--last", "1");

        assertThat(lines()).hasSize(1).first().asString().startsWith("   1  ");
    }

    @Test
    void jsonIsOneObjectALine() {
        run("--list", "--json", "--last", "1");

        assertThat(lines())
                .containsExactly("{\"number\":1,\"file\":\"" + folder.resolve("20261125_093000.wav")
                        + "\",\"time\":\"2026-11-25T09:30:00+08:00\",\"seconds\":0.5,\"question\":\"And now?\","
                        + "\"said\":\"Tea is \\\"hot\\\"\\n\\tnow.\"}");
    }

    @Test
    void anExportCopiesSoundAndWords() throws IOException {
        assertThat(run("--export", home.resolve("kept").toString(), "tea")).isZero();

        assertThat(names(home.resolve("kept")))
                .containsExactlyInAnyOrder(
                        "20261125_093000.wav", "20261125_093000.json", "20261016_103000.wav", "20261016_103000.json");
        assertThat(lines()).hasSize(2);
    }

    @Test
    void oneIsDeletedByItsNumber() throws IOException {
        assertThat(run("--delete", "2")).isZero();

        assertThat(names(folder)).noneMatch(name -> name.startsWith("20261123"));
    }

    @Test
    void manyAreDeletedOnlyWhenThatIsSaid() throws IOException {
        assertThat(run("--delete", "tea")).isEqualTo(2);
        assertThat(errors()).contains("This would delete 2 recordings. Add --yes, or --dry-run to see which.");

        assertThat(run("--delete", "tea", "--yes")).isZero();
        assertThat(wavs(folder)).containsExactly("20261123_103000.wav");
    }

    @Test
    void nothingIsDeletedWithoutAWord() throws IOException {
        assertThat(run("--delete")).isEqualTo(2);

        assertThat(errors()).contains("Which reply?");
        assertThat(wavs(folder)).hasSize(3);
    }

    @Test
    void pruningRemovesWhatIsBothOldAndNotAmongTheNewest() throws IOException {
        assertThat(run("--prune", "--older-than", "1d", "--keep", "2")).isZero();

        assertThat(wavs(folder)).containsExactlyInAnyOrder("20261125_093000.wav", "20261123_103000.wav");
    }

    @Test
    void aDryRunOnlyTells() throws IOException {
        assertThat(run("--prune", "--older-than", "30d", "--dry-run")).isZero();

        assertThat(lines())
                .containsExactly(folder.resolve("20261016_103000.wav").toString());
        assertThat(errors()).contains("1 would be deleted (dry run).");
        assertThat(wavs(folder)).hasSize(3);
    }

    @Test
    void pruningWithoutALimitIsRefused() throws IOException {
        assertThat(run("--prune")).isEqualTo(2);

        assertThat(errors()).contains("--prune needs --older-than TIME or --keep N");
        assertThat(wavs(folder)).hasSize(3);
    }

    @Test
    void anImpossibleSpeedIsRefused() {
        assertThat(run("--speed", "9", "1")).isEqualTo(2);

        assertThat(errors()).contains("--speed must be 0.5 to 3, got 9");
    }

    private void save(String said, String question, Duration ago) {
        RecordingArchive archive = new RecordingArchive(folder, Clock.fixed(NOW.minus(ago), ZONE));
        try (ReplyRecorder recorder = archive.start(new ReplyDetails(question, "", ""), 8000)) {
            recorder.text(said);
            recorder.write(PcmFrame.silence(Duration.ofMillis(500), 8000));
        }
    }

    @Test
    void anOptionThatWouldBePassedOverIsTold() {
        assertUsage("--older-than and --keep need --prune.", "--delete", "tea", "--yes", "--older-than", "30d");
        assertUsage("--older-than and --keep need --prune.", "--keep", "3");
        assertUsage("'30' is not an age such as 30d or 12h", "--prune", "--older-than", "30");
        assertUsage("--prune uses only --older-than and --keep", "--prune", "--keep", "1", "tea");
        assertUsage("--dry-run needs --delete or --prune.", "--list", "--dry-run");
        assertUsage("--yes needs --delete.", "--prune", "--keep", "1", "--yes");
        assertUsage("--keep must be 0 to 1000000, got -1", "--prune", "--keep", "-1");
        assertUsage("--last must be 1 to 1000000, got 0", "--list", "--last", "0");
        assertUsage("--json needs --list", "--json", "1");
        assertUsage("--instant and --from need a conversation", "--instant", "1");
        run("--list");
        assertThat(lines()).hasSize(3);
    }

    private void assertUsage(String complaint, String... arguments) {
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(errors()).contains(complaint);
    }

    private int run(String... args) {
        last = CommandLineRun.of(
                home,
                Clock.fixed(NOW, ZONE),
                Map.of(),
                Stream.concat(Stream.of("replay", "--set", "recordings.directory=" + folder), Stream.of(args))
                        .toArray(String[]::new));
        return last.exit();
    }

    private List<String> lines() {
        return last.lines();
    }

    private String errors() {
        return last.err();
    }

    private static List<String> wavs(Path folder) throws IOException {
        return names(folder).stream().filter(name -> name.endsWith(".wav")).toList();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
