package dev.voicebot.cli;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.audio.WavInput;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code voicebot listen}: speech to text, one finished sentence a line. */
@Command(
        name = "listen",
        description = "Prints what is said, a line per finished sentence, until Ctrl-C.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  voicebot listen                             until Ctrl-C",
            "  name=$(voicebot listen --once) || exit      one utterance; exit 7 when nothing was said",
            "  voicebot listen --file meeting.wav > meeting.txt",
            "  ffmpeg -loglevel error -i talk.mp3 -f wav - | voicebot listen --file -",
        })
final class ListenCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable VoicebotCommand root;

    @Option(names = "--once", description = "One utterance, then exit.")
    private boolean once;

    @Option(
            names = "--max-wait",
            paramLabel = "TIME",
            defaultValue = "10s",
            converter = DurationConverter.class,
            description = "With --once: how long to wait for the first word (default: ${DEFAULT-VALUE}).")
    private Duration maxWait = Duration.ofSeconds(10);

    @Option(names = "--file", paramLabel = "FILE", description = "A WAV file instead of the microphone (- for stdin).")
    private Optional<String> file = Optional.empty();

    @Option(
            names = "--language",
            paramLabel = "CODE",
            description = "What is spoken, e.g. en or zh (default: detected).")
    private Optional<String> language = Optional.empty();

    @Option(names = "--device", paramLabel = "NAME", description = "Microphone: a part of its name, or its number.")
    private Optional<String> device = Optional.empty();

    @Override
    public Integer call() throws Exception {
        VoicebotCommand command = Commands.of(root);
        try (InputStream bytes = bytes(command.edges());
                Session session = command.open(settings())) {
            Listening listening = new Listening(session);
            if (file.isPresent()) {
                return listening.toTheEnd(WavInput.of(bytes, file.get()));
            }
            session.announce(session.assembly().recognitionEngine());
            AudioInput microphone = session.assembly().microphone();
            return once ? listening.once(microphone, maxWait) : listening.untilStopped(microphone);
        }
    }

    private InputStream bytes(Edges edges) {
        if (file.isEmpty()) {
            return InputStream.nullInputStream();
        }
        return file.get().equals("-") ? edges.in() : Commands.open(Path.of(file.get()));
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        language.ifPresent(v -> settings.put("recognition.language", v));
        device.ifPresent(v -> settings.put("audio.input_device", v));
        return settings;
    }
}
