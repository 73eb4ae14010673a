package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.FileFault;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** What every command does with its options and its input. */
final class Commands {
    private Commands() {}

    /** Refuses a usage that makes no sense; {@code complaint} tells what to do. */
    static void require(boolean fine, String complaint) {
        if (!fine) {
            throw new AssistantException(FaultKind.USAGE, complaint);
        }
    }

    /** Refuses a number that is out of bounds. */
    static void requireWithin(String option, double number, double lowest, double highest) {
        require(
                number >= lowest && number <= highest,
                tr("%s must be %s to %s, got %s.", option, plain(lowest), plain(highest), plain(number)));
    }

    private static String plain(double number) {
        return Double.isFinite(number)
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : String.valueOf(number);
    }

    static InputStream open(Path file) {
        require(!Files.isDirectory(file), tr("%s is a folder. Name a file.", file));
        try {
            // Java's channels ask for the position, which a pipe has not
            return Files.isRegularFile(file) ? Files.newInputStream(file) : new FileInputStream(file.toFile());
        } catch (IOException e) {
            if (Files.notExists(file)) {
                throw new AssistantException(FaultKind.USAGE, tr("Cannot find the file %s.", file), e);
            }
            throw FileFault.of(FaultKind.USAGE, tr("Cannot read %s", file), e);
        }
    }

    /** The text of a file, opened once; {@code tell} receives lines about it. */
    static TextInput text(Path file, Consumer<String> tell) {
        return new TextInput(open(file), file.toString(), tell);
    }

    /** The text on standard input. */
    static TextInput standardInput(Edges edges, Consumer<String> tell) {
        return new TextInput(edges.in(), tr("standard input"), tell);
    }

    /**
     * The words on the command line.
     *
     * @throws AssistantException USAGE when they are no UTF-8, which the JVM has replaced by question marks by then
     */
    static String words(List<String> arguments) {
        String words = String.join(" ", arguments);
        require(
                words.indexOf('\ufffd') < 0,
                tr("The text on the command line is not UTF-8. Pass it in a pipe or a file, or convert it"
                        + " with iconv."));
        return words;
    }
}
