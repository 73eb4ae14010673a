package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.audio.WavInput;
import dev.voicebot.audio.WavReader;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.programs.OnPath;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Sound by the names on the command line: files of any kind, and {@code -} for standard input. */
final class SoundSources {
    static final String STDIN = "-";
    private static final Set<String> STDIN_DEVICES = Set.of("/dev/stdin", "/dev/fd/0", "/proc/self/fd/0");
    private static final int KIND_BYTES = 12; // RIFF, a size, WAVE
    private static final int MAGIC_BYTES = 4;
    /** How sound begins that begins with letters: WAV, AIFF, MP3 with tags, FLAC, Ogg, CAF, AU, AMR, WavPack. */
    private static final Set<String> KINDS =
            Set.of("RIFF", "RF64", "FORM", "ID3", "fLaC", "OggS", "caff", ".snd", "#!AM", "wvpk");

    private final Edges edges;
    private final Optional<Integer> rawRate;
    private final Optional<Ffmpeg> ffmpeg;

    /** {@code rawRate} is given when all of it is bare samples, in Hz. */
    SoundSources(Edges edges, Optional<Integer> rawRate) {
        this.edges = edges;
        this.rawRate = rawRate;
        this.ffmpeg = OnPath.find("ffmpeg", edges.environment()).map(Ffmpeg::new);
    }

    /** {@code name}, and {@code -} for whatever else names standard input. */
    static String named(String name) {
        return STDIN_DEVICES.contains(name) ? STDIN : name;
    }

    /** Opens nothing yet. */
    AudioInput input(String name) {
        if (rawRate.isPresent()) {
            return () -> WavInput.raw(open(name), rawRate.get(), title(name)).start();
        }
        if (name.equals(STDIN)) {
            return stream(edges::in, title(STDIN));
        }
        return isPipe(path(name)) ? stream(() -> Commands.open(path(name)), name) : file(path(name));
    }

    /** How long it is, where that is easy to know. */
    Optional<Duration> length(String name) {
        if (name.equals(STDIN) || rawRate.isPresent() || isPipe(path(name))) {
            return Optional.empty(); // a look into a pipe would take from it
        }
        try (WavReader wav = WavReader.open(path(name))) {
            return wav.length();
        } catch (AssistantException e) {
            return Optional.empty();
        }
    }

    private AudioInput file(Path file) {
        return () -> {
            if (ffmpeg.isPresent() && !isReadable(file)) {
                return ffmpeg.get().file(file).start();
            }
            return WavInput.of(file).start();
        };
    }

    /** What can be read once only, so it is opened once: a named pipe, {@code <(…)}, {@code /dev/stdin}. */
    private static boolean isPipe(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
    }

    private AudioInput stream(Supplier<InputStream> source, String title) {
        return () -> {
            BufferedInputStream in = new BufferedInputStream(source.get());
            requireSound(in, title);
            if (ffmpeg.isPresent() && !beginsAsWav(in)) {
                return ffmpeg.get().stream(in, title).start();
            }
            return WavInput.of(in, title).start();
        };
    }

    private static boolean isReadable(Path file) {
        try {
            WavReader.open(file).close();
            return true;
        } catch (AssistantException e) {
            return false;
        }
    }

    private static boolean beginsAsWav(BufferedInputStream in) {
        try {
            in.mark(KIND_BYTES);
            String start = new String(in.readNBytes(KIND_BYTES), StandardCharsets.ISO_8859_1);
            in.reset();
            return start.isEmpty() || start.matches("(?s)(RIFF|RF64).*WAVE");
        } catch (IOException e) {
            return true; // the reader reports what is wrong
        }
    }

    /** Looks no further than it must: what is no sound is told at once, however long the pipe stays open. */
    private static void requireSound(BufferedInputStream in, String name) {
        StringBuilder start = new StringBuilder();
        try {
            in.mark(MAGIC_BYTES);
            for (int next = in.read(); isText(next) && isKind(start); next = in.read()) {
                start.append((char) next);
                if (start.length() == MAGIC_BYTES) {
                    break;
                }
            }
            in.reset();
            Commands.require(isKind(start), tr("%s is not audio.", name));
        } catch (IOException e) {
            return; // the reader reports what is wrong
        }
    }

    private static boolean isKind(StringBuilder start) {
        String text = start.toString();
        return KINDS.stream().anyMatch(kind -> kind.startsWith(text) || text.startsWith(kind));
    }

    private static boolean isText(int b) {
        return (b >= ' ' && b < 0x7f) || (b >= '\t' && b <= '\r');
    }

    private InputStream open(String name) {
        return name.equals(STDIN) ? edges.in() : Commands.open(path(name));
    }

    private Path path(String name) {
        return Path.of(name);
    }

    static String title(String name) {
        return name.equals(STDIN) ? tr("standard input") : name;
    }
}
