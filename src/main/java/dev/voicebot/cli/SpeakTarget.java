package dev.voicebot.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of {@code speak} that say where the sound goes. */
final class SpeakTarget {
    private static final String STDOUT = "-";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Save the sound in this file: WAV, or with ffmpeg what its name says (mp3, opus, ogg, flac,"
                    + " m4a); - writes it to stdout and plays nothing.")
    private Optional<String> output = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "With -o: the format, whatever the name: ${COMPLETION-CANDIDATES}.")
    private Optional<SoundFormat> format = Optional.empty();

    @Option(names = "--raw", description = "Bare samples on stdout: mono, 16 bits, signed, little-endian.")
    private boolean raw;

    @Option(names = "--split", description = "With -o FILE: a file for each paragraph, FILE-001.wav and so on.")
    private boolean split;

    @Option(
            names = "--resume",
            description = "With -o FILE: go on after the last whole sentence of a run that ended too early.")
    private boolean resume;

    @Option(
            names = "--subtitles",
            paramLabel = "FILE",
            description = "With -o FILE: when each sentence is said, as SRT, or WebVTT for a name with .vtt.")
    private Optional<Path> subtitles = Optional.empty();

    @Option(names = "--no-play", description = "Save only, stay silent.")
    private boolean noPlay;

    /** Complains about options that do not go together. */
    void check(Edges edges) {
        Commands.require(
                !raw || output.isEmpty() || output.get().equals(STDOUT), "--raw goes to stdout: leave out -o FILE");
        Commands.require(
                !toStdout() || !edges.terminals().out(),
                "sound does not belong on a terminal: add > speech.wav, or name a file with -o");
        Commands.require(format.isEmpty() || output.isPresent(), "--format needs -o FILE, or -o -");
        Commands.require(format.isEmpty() || !raw, "--raw is a format of its own: leave out --format");
        if (format.isEmpty()) {
            file().flatMap(SoundFormat::complaint).ifPresent(complaint -> Commands.require(false, complaint));
        }
        Commands.require(
                !split || format() == SoundFormat.WAV, "--split writes WAV files: leave it out for " + format());
        Commands.require(!split || file().isPresent(), "--split needs -o FILE");
        Commands.require(!resume || file().isPresent(), "--resume needs -o FILE");
        Commands.require(subtitles.isEmpty() || file().isPresent(), "--subtitles needs -o FILE");
        Commands.require(subtitles.isEmpty() || !split, "--subtitles are of one file: leave out --split");
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
        return output.filter(name -> !name.equals(STDOUT)).map(Path::of);
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
