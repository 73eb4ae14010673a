package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The name of a file that will be written: {@code out/} means a folder, which a path alone no longer shows. */
final class FileToWrite implements ITypeConverter<Path> {
    @Override
    public Path convert(String name) {
        if (meansFolder(name)) {
            throw new TypeConversionException(complaint(name));
        }
        return Path.of(name);
    }

    /** Refuses a folder's name. */
    static Path of(String name) {
        Commands.require(!meansFolder(name), complaint(name));
        return Path.of(name);
    }

    private static boolean meansFolder(String name) {
        return name.endsWith("/") || name.endsWith(Path.of("").getFileSystem().getSeparator());
    }

    private static String complaint(String name) {
        return tr("%s is a folder. Name a file.", name);
    }
}
