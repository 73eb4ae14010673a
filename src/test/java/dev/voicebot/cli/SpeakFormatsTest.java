package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.audio.WavReader;
import dev.voicebot.standin.Script;
import dev.voicebot.standin.StandIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code speak -o} in other formats than WAV, with a program in ffmpeg's place that marks what it converts. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SpeakFormatsTest {
    /** Writes MP3: and what it reads to its last argument; keeps its arguments. */
    private static final String CONVERTS = """
            echo "$*" > "$0.arguments"
            while [ "$1" != -i ]; do shift; done
            from=${2#file:}; [ "$from" != pipe:0 ] || from=/dev/stdin
            while [ $# -gt 1 ]; do shift; done
            to=${1#file:}; [ "$to" != pipe:1 ] || to=/dev/stdout
            { printf MP3:; cat "$from"; } > "$to"
            """;

    @TempDir
    private Path home;

    private final Script script = new Script();
    private StandIn standIn;
    private Shell shell;
    private Path book;

    @BeforeEach
    void start() {
        standIn = StandIn.start(script);
        shell = new Shell(home).with(standIn.environment());
        book = home.resolve("book.mp3");
    }

    @AfterEach
    void end() {
        standIn.close();
    }

    @Test
    void theNameSaysTheFormat() throws IOException {
        ffmpeg(CONVERTS);

        Shell.Finished finished = speak("Hello there.");

        assertThat(finished.out()).isEqualTo(book + "\n");
        assertThat(finished.exit()).isZero();
        assertThat(Files.readString(book, StandardCharsets.ISO_8859_1)).startsWith("MP3:RIFF");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(book)))
                .isEqualTo("rw-------");
        assertThat(sounds()).containsExactly("book.mp3");
    }

    @ParameterizedTest
    @CsvSource({
        "book.mp3, -f mp3",
        "BOOK.MP3, -f mp3",
        "b.opus, libopus",
        "b.ogg, libvorbis",
        "b.flac, flac",
        "b.m4a, aac"
    })
    void everyFormatHasItsName(String name, String option) throws IOException {
        ffmpeg(CONVERTS);
        book = home.resolve(name);

        assertThat(speak("Hello there.").exit()).isZero();

        assertThat(home.resolve("bin/ffmpeg.arguments")).content().contains(option);
    }

    @Test
    void theOptionCountsMoreThanTheName() throws IOException {
        ffmpeg(CONVERTS);
        book = home.resolve("book");

        assertThat(speak("Hello there.", "--format", "mp3").exit()).isZero();

        assertThat(Files.readString(book, StandardCharsets.ISO_8859_1)).startsWith("MP3:RIFF");
    }

    @Test
    void aPipeGetsTheFormatWhileItIsSpoken() throws IOException {
        ffmpeg(CONVERTS);

        Shell.Finished finished = shell.run("speak", "-o", "-", "--format", "mp3", "Hello there.");

        assertThat(finished.exit()).isZero();
        assertThat(finished.out()).startsWith("MP3:RIFF");
    }

    @Test
    void whatCannotBeConvertedStaysAsWav() throws IOException {
        ffmpeg("echo 'Unknown encoder' >&2; exit 1");
        Files.writeString(book, "before");

        Shell.Finished finished = speak("Hello there.");

        assertThat(finished.exit()).isEqualTo(1);
        assertThat(finished.err())
                .contains("Cannot write " + book + ": ffmpeg: Unknown encoder. The audio is in " + book + ".wav.");
        assertThat(book).hasContent("before");
        WavReader.open(home.resolve("book.mp3.wav")).close();
    }

    @Test
    void whatWasSaidIsNotSaidAgainToConvertIt() throws IOException {
        ffmpeg("exit 1");
        speak("Hello there.");
        ffmpeg(CONVERTS);
        int sockets = standIn.sockets();

        Shell.Finished finished = speak("Hello there.", "--resume");

        assertThat(finished.exit()).isZero();
        assertThat(sounds()).containsExactly("book.mp3");
        assertThat(standIn.sockets()).isEqualTo(sockets);
    }

    @Test
    void aPipeOfAnFfmpegThatFailsIsAFailureInItsWords() throws IOException {
        ffmpeg("cat > /dev/null; echo 'Unknown encoder' >&2; exit 1");

        Shell.Finished finished = shell.run("speak", "-o", "-", "--format", "opus", "Hello there.");

        assertThat(finished.exit()).isEqualTo(1);
        assertThat(finished.err()).contains("ffmpeg: Unknown encoder");
    }

    @Test
    void withoutFfmpegNothingIsSpoken() {
        shell.with("PATH", home.toString());

        Shell.Finished finished = speak("Hello there.");

        assertThat(finished.exit()).isEqualTo(2);
        assertThat(finished.err()).contains("Writing mp3 needs ffmpeg. Install it, or write WAV.");
        assertThat(home.resolve("book.mp3.wav")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"b.aac", "b.wma", "b.AIFF", "b.mp4"})
    void aSoundThatCannotBeWrittenIsNoWavOfThatName(String name) {
        book = home.resolve(name);

        Shell.Finished finished = speak("Hello there.");

        assertThat(finished.exit()).isEqualTo(2);
        assertThat(finished.err()).contains("wav, mp3, opus, ogg, flac, m4a");
        assertThat(book).doesNotExist();
    }

    @Test
    void optionsThatDoNotGoTogetherAreRefused() {
        assertThat(shell.run("speak", "--format", "mp3", "hi").exit()).isEqualTo(2);
        assertThat(shell.run("speak", "--raw", "-o", "-", "--format", "mp3", "hi")
                        .exit())
                .isEqualTo(2);
        assertThat(speak("hi", "--split").exit()).isEqualTo(2);
        assertThat(speak("hi", "--format", "tape").exit()).isEqualTo(2);
        book = home; // a folder
        assertThat(speak("hi", "--format", "mp3").exit()).isEqualTo(2);
    }

    private Shell.Finished speak(String text, String... more) {
        String[] arguments = new String[5 + more.length];
        System.arraycopy(more, 0, arguments, 5, more.length);
        arguments[0] = "speak";
        arguments[1] = "--no-play";
        arguments[2] = "-o";
        arguments[3] = book.toString();
        arguments[4] = text;
        return shell.run(arguments);
    }

    private List<String> sounds() throws IOException {
        try (var files = Files.list(home)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.contains("book"))
                    .toList();
        }
    }

    private void ffmpeg(String body) throws IOException {
        Path folder = Files.createDirectories(home.resolve("bin"));
        Path file = Files.writeString(folder.resolve("ffmpeg"), "#!/bin/sh\nPATH=/usr/bin:/bin\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        shell.with("PATH", folder.toString());
    }
}
