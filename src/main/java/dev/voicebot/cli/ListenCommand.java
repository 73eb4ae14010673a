package dev.voicebot.cli;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.config.Settings;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.FileFault;
import dev.voicebot.recognition.Transcript;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code voicebot listen}: speech to text, from a microphone, files or a pipe. */
@Command(
        name = "listen",
        description = "Prints what is said, a line per finished sentence, until Ctrl-C.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  voicebot listen                             until Ctrl-C",
            "  name=$(voicebot listen --once) || exit      one utterance; 7: nothing was said",
            "  voicebot listen --format srt talk.wav > talk.srt",
            "  voicebot listen --jobs 4 --output-dir texts *.mp3",
            "  arecord -f S16_LE -r 16000 -t raw | voicebot listen - --raw --rate 16000",
            "  voicebot listen --exec 'notify-send {}'",
        })
final class ListenCommand implements Callable<Integer> {
    private static final int RAW_RATE = 16000;
    private static final int LOWEST_RATE = 4000; // Hz
    private static final int HIGHEST_RATE = 384000;
    private static final int LONGEST = 1_000_000; // seconds
    private static final int MOST_WORDS = 500; // that the service takes

    @ParentCommand
    private @Nullable VoicebotCommand root;

    @Parameters(
            paramLabel = "FILE",
            description = "Sound files instead of the microphone (- for stdin): WAV, and with ffmpeg all it reads.")
    private List<String> files = List.of();

    @Option(names = "--file", paramLabel = "FILE", description = "The same as FILE.")
    private List<String> moreFiles = List.of();

    @Option(names = "--jobs", paramLabel = "N", defaultValue = "2", description = "Files at once (default: 2).")
    private int jobs = 2;

    @Option(names = "--raw", description = "The files are bare samples: mono, 16 bits, signed, little-endian.")
    private boolean raw;

    @Option(names = "--rate", paramLabel = "HZ", description = "Samples a second, with --raw (default: 16000).")
    private Optional<Integer> rate = Optional.empty();

    @Option(names = "--once", description = "One utterance, then exit.")
    private boolean once;

    @Option(
            names = "--max-wait",
            paramLabel = "TIME",
            defaultValue = "10s",
            converter = DurationConverter.class,
            description = "With --once: how long to wait for the first word (default: ${DEFAULT-VALUE}).")
    private Duration maxWait = Duration.ofSeconds(10);

    @Option(names = "--max-seconds", paramLabel = "N", description = "Listen to so much sound at the most.")
    private Optional<Double> maxSeconds = Optional.empty();

    @Option(
            names = "--silence",
            paramLabel = "TIME",
            description = "The silence that ends a sentence, and the utterance of --once, e.g. 800ms.")
    private Optional<String> silence = Optional.empty();

    @Option(
            names = "--language",
            paramLabel = "CODE",
            description = "What is spoken, e.g. en or zh (default: detected).")
    private Optional<String> language = Optional.empty();

    @Option(names = "--translate-to", paramLabel = "CODE", description = "Translates what is said, e.g. into en.")
    private Optional<String> translateTo = Optional.empty();

    @Option(
            names = "--hotwords",
            paramLabel = "FILE",
            description = "Words to expect, one a line, such as names; the service keeps the list.")
    private Optional<Path> hotWords = Optional.empty();

    @Option(names = "--vocabulary", paramLabel = "ID", description = "A list of hot words kept by the service.")
    private Optional<String> vocabulary = Optional.empty();

    @Option(names = "--device", paramLabel = "NAME", description = "Microphone: a part of its name, or its number.")
    private Optional<String> device = Optional.empty();

    @Option(names = "--save", paramLabel = "FILE", description = "Keeps what the microphone heard in this WAV file.")
    private Optional<Path> save = Optional.empty();

    @Mixin
    private ListenOutput output = new ListenOutput();

    @Override
    public Integer call() {
        VoicebotCommand command = Commands.of(root);
        List<String> sounds = sounds();
        check(sounds);
        try (Session session = command.open(settings())) {
            hotWords.ifPresent(file -> session.assembly().expectWords(file, words(file, session)));
            List<Transcript> said = listen(session, command.edges(), sounds);
            if (output.copies()) {
                command.edges().clipboard().put(ListenOutput.text(said));
            }
            return ExitCode.DONE.number();
        }
    }

    private List<Transcript> listen(Session session, Edges edges, List<String> sounds) {
        if (output.exec().isEmpty()) {
            return listenNow(session, edges, sounds);
        }
        try (UtteranceCommand exec = new UtteranceCommand(output.exec().get(), edges, session::tell)) {
            output.utterances(sentence -> exec.run(ListenOutput.wanted(sentence)));
            return listenNow(session, edges, sounds);
        }
    }

    private List<Transcript> listenNow(Session session, Edges edges, List<String> sounds) {
        Optional<Duration> limit = maxSeconds.map(seconds -> Duration.ofMillis(Math.round(seconds * 1000)));
        if (!sounds.isEmpty()) {
            SoundSources sources = new SoundSources(edges, raw ? Optional.of(rate.orElse(RAW_RATE)) : Optional.empty());
            return new ListeningToFiles(session, sources, sounds, output).listen(jobs, limit);
        }
        session.announce(session.assembly().recognitionEngine());
        HeardSound.Wishes wishes =
                new HeardSound.Wishes(limit, save, once ? end(session) : Optional.empty(), length -> {});
        Listening listening = new Listening(session, wishes, output.writer(session::print));
        AudioInput microphone = session.assembly().microphone();
        return List.of(once ? listening.once(microphone, maxWait) : listening.untilStopped(microphone));
    }

    /** The service ends a sentence by that silence, too, but only when its sound has travelled there. */
    private static Optional<HeardSound.Silence> end(Session session) {
        Settings settings = session.assembly().settings();
        return settings.recognition()
                .maxEndSilence()
                .map(length ->
                        new HeardSound.Silence(length, settings.handsFree().threshold()));
    }

    /** Lines with a word or a name each; empty ones and those with # in front are passed over. */
    private static List<String> words(Path file, Session session) {
        try (TextInput text = Commands.text(file, session::tell)) {
            List<String> words = text.readAll()
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .distinct()
                    .toList();
            Commands.require(
                    !words.isEmpty() && words.size() <= MOST_WORDS, file + " must hold 1 to " + MOST_WORDS + " words");
            return words;
        } catch (IOException e) {
            throw FileFault.of(FaultKind.USAGE, "cannot read " + file, e);
        }
    }

    private List<String> sounds() {
        List<String> sounds = new ArrayList<>(files);
        sounds.addAll(moreFiles);
        return sounds;
    }

    private void check(List<String> sounds) {
        output.check(sounds);
        Commands.require(!once || sounds.isEmpty(), "--once is for the microphone: a file is heard to its end");
        Commands.require(hotWords.isEmpty() || vocabulary.isEmpty(), "give either --hotwords or --vocabulary");
        Commands.require(
                save.isEmpty() || sounds.isEmpty(), "--save is for the microphone: the files are there already");
        Commands.require(!raw || !sounds.isEmpty(), "--raw needs a FILE, or - for standard input");
        Commands.require(raw || rate.isEmpty(), "--rate is for --raw: a WAV file tells its own");
        rate.ifPresent(hz -> Commands.require(
                hz >= LOWEST_RATE && hz <= HIGHEST_RATE,
                "--rate must be " + LOWEST_RATE + " to " + HIGHEST_RATE + " Hz, got " + hz));
        Commands.require(sounds.stream().filter("-"::equals).count() < 2, "standard input can be read once only");
        Commands.require(jobs >= 1, "--jobs must be at least 1, got " + jobs);
        Commands.require(
                maxSeconds
                        .filter(seconds -> !(seconds > 0 && seconds <= LONGEST))
                        .isEmpty(),
                "--max-seconds must be more than 0 and at most " + LONGEST);
    }

    private SettingOptions settings() {
        return new SettingOptions()
                .with("--language", "recognition.language", language)
                .with("--translate-to", "recognition.translate_to", translateTo)
                .with("--vocabulary", "recognition.vocabulary_id", vocabulary)
                .with("--silence", "recognition.max_end_silence", silence)
                .with("--device", "audio.input_device", device);
    }
}
