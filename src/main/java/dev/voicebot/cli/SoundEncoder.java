package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.files.WholeFile;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.programs.OnPath;
import dev.voicebot.reading.SoundSink;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes sound in another format than WAV through the user's ffmpeg. */
final class SoundEncoder {
    private static final String COMMENT = "comment=";

    private final Path program;
    private final SoundFormat format;

    private SoundEncoder(Path program, SoundFormat format) {
        this.program = program;
        this.format = format;
    }

    /**
     * Empty for WAV, which needs none.
     *
     * @throws AssistantException USAGE where there is no ffmpeg
     */
    static Optional<SoundEncoder> of(SoundFormat format, Map<String, String> environment) {
        if (format == SoundFormat.WAV) {
            return Optional.empty();
        }
        Path program = OnPath.find("ffmpeg", environment)
                .orElseThrow(() -> new AssistantException(
                        FaultKind.USAGE, tr("Writing %s needs ffmpeg. Install it, or write WAV.", format)));
        return Optional.of(new SoundEncoder(program, format));
    }

    /**
     * Replaces {@code file} with the sound of {@code wav}, and its comment.
     *
     * @throws AssistantException FAILED, in ffmpeg's own words
     */
    void convert(Path wav, Path file) {
        try {
            WholeFile.replace(
                    Files.exists(file) ? file.toRealPath() : file,
                    aside -> { // a link stays a link
                        try (FfmpegRun run = run("file:" + wav.toAbsolutePath(), "-y", "file:" + aside)) {
                            run.endInput();
                            run.finish();
                        }
                    });
        } catch (IOException e) {
            throw new AssistantException(
                    FaultKind.FAILED, tr("Cannot write %s: %s. The audio is in %s.", file, e.getMessage(), wav), e);
        }
    }

    /** The comment of such a file; empty where there is none. */
    Optional<String> comment(Path file) {
        List<String> arguments = List.of("-i", "file:" + file.toAbsolutePath(), "-f", "ffmetadata", "-");
        try (FfmpegRun run = FfmpegRun.start(program, arguments);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(run.output(), StandardCharsets.UTF_8))) {
            run.endInput();
            return lines.lines()
                    .filter(line -> line.startsWith(COMMENT))
                    .map(line -> line.substring(COMMENT.length()).replace("\\", ""))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Sound on its way into {@code out}, which stays open. */
    SoundSink into(PrintStream out) {
        return new EncodedPipeSink(run("pipe:0", "pipe:1"), out);
    }

    private FfmpegRun run(String source, String... output) {
        List<String> arguments = new ArrayList<>(List.of("-i", source));
        arguments.addAll(format.options());
        arguments.addAll(Arrays.asList(output));
        return FfmpegRun.start(program, arguments);
    }
}
