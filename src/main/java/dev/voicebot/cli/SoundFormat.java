package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats that {@code speak} writes sound in: WAV itself, the others through the user's ffmpeg. */
enum SoundFormat {
    WAV(""),
    MP3("-f mp3"),
    OPUS("-c:a libopus -f opus"),
    OGG("-c:a libvorbis -f ogg"),
    FLAC("-f flac"),
    M4A("-c:a aac -movflags +frag_keyframe+empty_moov -f ipod"); // so that it needs no going back

    /** Names of sound files that are none of these. */
    private static final List<String> OTHERS =
            List.of("aac", "aif", "aiff", "amr", "au", "caf", "mka", "mp2", "mp4", "oga", "spx", "webm", "wma");

    private final String options;

    SoundFormat(String options) {
        this.options = options;
    }

    /** Those of ffmpeg. */
    List<String> options() {
        return List.of(options.split(" "));
    }

    /** What it is called, as an option and at the end of a file's name. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By the end of the name; WAV where that says nothing of sound. */
    static SoundFormat of(Path file) {
        String end = end(file);
        return Arrays.stream(values())
                .filter(format -> format.toString().equals(end))
                .findFirst()
                .orElse(WAV);
    }

    /** What to say of a file whose name is that of a sound that is none of these. */
    static Optional<String> complaint(Path file) {
        return Optional.of(end(file))
                .filter(OTHERS::contains)
                .map(end -> tr("Cannot write %s. Use one of these file extensions: %s.", end, all()));
    }

    private static String all() {
        return Arrays.stream(values()).map(SoundFormat::toString).collect(Collectors.joining(", "));
    }

    private static String end(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
