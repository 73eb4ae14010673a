package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.FileFault;
import dev.voicebot.reading.ArrivingText;
import dev.voicebot.reading.Passages;
import dev.voicebot.speakable.SpeechManner;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of {@code speak} that say what is read, and how it is understood. */
final class SpeakText {
    private static final String STDIN = "-";

    @Parameters(
            paramLabel = "TEXT",
            description = "Text to speak (- for stdin); without it, standard input is read as it arrives.")
    private List<String> text = List.of();

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "Read the text from this file (- for stdin).")
    private Optional<String> file = Optional.empty();

    @Option(names = "--plain", description = "Read the text literally, not as Markdown.")
    private boolean plain;

    @Option(names = "--ssml", description = "The text is SSML: <speak>…</speak>.")
    private boolean ssml;

    private OptionalLong length = OptionalLong.empty(); // once it was opened

    /** Complains about options that do not go together. */
    void check(Edges edges) {
        if (!text.isEmpty() && file.isPresent()) {
            throw usage(tr("TEXT and --file exclude each other. Remove one."));
        }
        if (plain && ssml) {
            throw usage(tr("--plain and --ssml exclude each other. Remove one."));
        }
        if (text.isEmpty() && file.isEmpty() && edges.piped() == Piped.NOTHING) {
            throw usage(tr("Nothing to speak. Give TEXT, --file FILE, or a pipe (see 'voicebot speak --help')."));
        }
    }

    /** Whether any of it was asked for. */
    boolean isGiven() {
        return !text.isEmpty() || file.isPresent() || plain || ssml;
    }

    /** The file that it is read from. */
    Optional<Path> file() {
        return file.filter(name -> !name.equals(STDIN)).map(Path::of);
    }

    boolean isSsml() {
        return ssml;
    }

    /** Opens it. */
    Reader open(Edges edges) {
        Output output = new Output(edges);
        if (!text.isEmpty() && !isStdin()) {
            String words = Commands.words(text);
            length = OptionalLong.of(words.length());
            return new StringReader(words);
        }
        if (file().isEmpty()) {
            return Commands.standardInput(edges, output::tell);
        }
        Path named = file().orElseThrow();
        if (Files.isRegularFile(named)) {
            length = OptionalLong.of(lengthOf(named));
        }
        return Commands.text(named, output::tell);
    }

    /** How many characters there are, where that is known before all was read. */
    OptionalLong length() {
        return length;
    }

    /** Reads all of it first: no part of what turns out to be no text is paid for. */
    private static long lengthOf(Path file) {
        try (TextInput text = Commands.text(file, line -> {})) {
            return text.skipAll();
        } catch (IOException e) {
            throw FileFault.of(FaultKind.USAGE, tr("Cannot read %s", file), e);
        }
    }

    /** What is said of it, while it arrives. */
    Passages passages(Supplier<Optional<String>> arriving, SpeechManner manner) {
        if (ssml) {
            return ArrivingText.ssml(arriving);
        }
        return plain ? ArrivingText.literal(arriving) : ArrivingText.markdown(arriving, manner);
    }

    private boolean isStdin() {
        return text.equals(List.of(STDIN));
    }

    private static AssistantException usage(String message) {
        return new AssistantException(FaultKind.USAGE, message);
    }
}
