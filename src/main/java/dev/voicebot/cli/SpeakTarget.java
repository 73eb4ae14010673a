package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options of {@code speak} that say where the sound goes. */
final class SpeakTarget {
    private static final String STDOUT = "-";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "File to save the audio to: WAV, or with ffmpeg the format of its extension (mp3, opus,"
                    + " ogg, flac, m4a); - writes to stdout and plays nothing.")
    private Optional<String> output = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "With -o: format, regardless of the name: ${COMPLETION-CANDIDATES}.")
    private Optional<SoundFormat> format = Optional.empty();

    @Option(names = "--raw", description = "Write raw samples to stdout: mono, signed 16-bit, little-endian.")
    private boolean raw;

    @Option(names = "--split", description = "With -o FILE: write one file per paragraph, FILE-001.wav and so on.")
    private boolean split;

    @Option(
            names = "--resume",
            description = "With -o FILE: continue an interrupted run after its last complete sentence.")
    private boolean resume;

    @Option(
            names = "--subtitles",
            paramLabel = "FILE",
            converter = FileToWrite.class,
            description = "With -o FILE: write subtitles as SRT, or as WebVTT for a name ending in .vtt.")
    private Optional<Path> subtitles = Optional.empty();

    @Option(names = "--no-play", description = "Only save the audio; do not play it.")
    private boolean noPlay;

    /** Complains about options that do not go together. */
    void check(Edges edges) {
        Commands.require(
                !raw || output.isEmpty() || output.get().equals(STDOUT), tr("--raw writes to stdout. Remove -o FILE."));
        Commands.require(
                !toStdout() || !edges.terminals().out(),
                tr("Audio cannot be written to a terminal. Add > speech.wav, or name a file with -o."));
        Commands.require(format.isEmpty() || output.isPresent(), tr("--format needs -o FILE, or -o -."));
        Commands.require(format.isEmpty() || !raw, tr("--raw is its own format. Remove --format."));
        if (format.isEmpty()) {
            file().flatMap(SoundFormat::complaint).ifPresent(complaint -> Commands.require(false, complaint));
        }
        Commands.require(
                !split || format() == SoundFormat.WAV,
                tr("--split writes WAV files. Remove it to write %s.", format()));
        Commands.require(!split || file().isPresent(), tr("--split needs -o FILE."));
        Commands.require(!resume || file().isPresent(), tr("--resume needs -o FILE."));
        Commands.require(subtitles.isEmpty() || file().isPresent(), tr("--subtitles needs -o FILE."));
        Commands.require(subtitles.isEmpty() || !split, tr("--subtitles needs a single file. Remove --split."));
    }

    /** Refuses to write two things to one file, or over the text that is read. */
    void checkApartFrom(Optional<Path> text) {
        Stream.of(file(), subtitles)
                .flatMap(Optional::stream)
                .filter(target -> text.filter(from -> isSame(from, target)).isPresent())
                .forEach(target -> Commands.require(false, tr("%s contains the text. Write to another file.", target)));
        Commands.require(
                subtitles.isEmpty() || !isSame(subtitles.get(), file().orElseThrow()),
                tr("-o and --subtitles name the same file. Choose another for one."));
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return one.toAbsolutePath()
                            .normalize()
                            .equals(other.toAbsolutePath().normalize())
                    || (Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other));
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether any of it was asked for. */
    boolean isGiven() {
        return output.isPresent() || format.isPresent() || raw || split || resume || subtitles.isPresent() || noPlay;
    }

    boolean toStdout() {
        return raw || output.filter(STDOUT::equals).isPresent();
    }

    boolean isRaw() {
        return raw;
    }

    Optional<Path> file() {
        return output.filter(name -> !name.equals(STDOUT)).map(FileToWrite::of);
    }

    /** By the option, else by the file's name. */
    SoundFormat format() {
        return format.orElseGet(() -> file().map(SoundFormat::of).orElse(SoundFormat.WAV));
    }

    boolean splits() {
        return split;
    }

    boolean resumes() {
        return resume;
    }

    Optional<Path> subtitles() {
        return subtitles;
    }

    /** Whether the sound goes where the user named. */
    boolean writes() {
        return output.isPresent() || raw;
    }

    boolean plays() {
        return !noPlay && !toStdout();
    }
}
