package dev.voicebot.cli;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.wiring.SpeechTarget;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code voicebot speak}: text to speech, heard and saved while the text is still arriving. */
@Command(
        name = "speak",
        description = "Speaks text and saves the sound; prints the saved file's path.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  voicebot speak \"Hello, 你好\"",
            "  tail -f app.log | grep --line-buffered ERROR | voicebot speak",
            "  voicebot speak -f letter.txt -o letter.wav --no-play",
        })
final class SpeakCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable VoicebotCommand root;

    @Parameters(paramLabel = "TEXT", description = "What to say; without it, standard input is read as it arrives.")
    private List<String> text = List.of();

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "Read the text from this file (- for stdin).")
    private Optional<String> file = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Save the sound in this WAV file.")
    private Optional<Path> output = Optional.empty();

    @Option(names = "--no-play", description = "Save only, stay silent.")
    private boolean noPlay;

    @Mixin
    private VoiceOptions voice = new VoiceOptions();

    @Override
    public Integer call() throws IOException {
        VoicebotCommand command = Commands.of(root);
        try (Reader words = words(command.edges());
                Session session = command.open(voice.settings())) {
            return new Speaking(session, new SpeechTarget(output, !noPlay)).speak(words);
        }
    }

    private Reader words(Edges edges) {
        if (!text.isEmpty() && file.isPresent()) {
            throw new AssistantException(FaultKind.USAGE, "give either TEXT or --file, not both");
        }
        if (!text.isEmpty()) {
            return new StringReader(String.join(" ", text));
        }
        if (file.isPresent() && !file.get().equals("-")) {
            return Commands.utf8(Commands.open(Path.of(file.get())));
        }
        if (file.isEmpty() && edges.terminals().in()) {
            throw new AssistantException(
                    FaultKind.USAGE, "nothing to say: give TEXT, --file FILE, or a pipe (see 'voicebot speak --help')");
        }
        return Commands.utf8(edges.in());
    }
}
