package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.config.AudioSettings;
import dev.voicebot.config.RecognitionSettings;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.FileFault;
import dev.voicebot.recognition.Transcript;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code voicebot listen}: speech to text, from a microphone, files or a pipe. */
@Command(
        name = "listen",
        description = "Transcribe the microphone or audio files.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  voicebot listen                             until Ctrl-C",
            "  name=$(voicebot listen --once) || exit      one utterance (7: nothing heard)",
            "  voicebot listen --format srt talk.wav > talk.srt",
            "  voicebot listen < talk.wav",
            "  voicebot listen --jobs 4 --output-dir texts *.mp3",
            "  arecord -f S16_LE -r 16000 -t raw | voicebot listen - --raw --rate 16000",
            "  voicebot listen --exec 'notify-send {}'",
        })
final class ListenCommand implements Callable<Integer> {
    private static final int RAW_RATE = 16000;
    private static final int LOWEST_RATE = 4000; // Hz
    private static final int HIGHEST_RATE = 384000;
    private static final int USUAL_JOBS = 2;
    private static final int MOST_JOBS = 64;
    private static final Duration USUAL_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_UTTERANCE = Duration.ofSeconds(60);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int MOST_WORDS = 500; // that the service takes

    @ParentCommand
    private @Nullable VoicebotCommand root;

    @Parameters(
            paramLabel = "FILE",
            description =
                    "Audio files to transcribe instead of the microphone: WAV, or with ffmpeg any format it reads."
                            + " Audio from a pipe or < FILE needs no name; - stands for it.")
    private List<String> files = List.of();

    @Option(names = "--file", paramLabel = "FILE", description = "Same as FILE.")
    private List<String> moreFiles = List.of();

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Number of files transcribed in parallel (default: 2; a local recognizer: 1).")
    private Optional<Integer> jobs = Optional.empty();

    @Option(names = "--raw", description = "The input is raw samples: mono, signed 16-bit, little-endian.")
    private boolean raw;

    @Option(names = "--rate", paramLabel = "HZ", description = "With --raw: sample rate in Hz (default: 16000).")
    private Optional<Integer> rate = Optional.empty();

    @Option(names = "--once", description = "Transcribe one utterance, then exit.")
    private boolean once;

    @Option(
            names = "--max-wait",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "With --once: how long to wait for the first word (default: 10s for the microphone).")
    private Optional<Duration> maxWait = Optional.empty();

    @Option(
            names = "--max-seconds",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Maximum length of audio, for example 90 or 2m (default: 60 with --once).")
    private Optional<Duration> maxSeconds = Optional.empty();

    @Option(
            names = "--silence",
            paramLabel = "TIME",
            description = "Silence that ends a sentence (and the utterance of --once), for example 800ms.")
    private Optional<String> silence = Optional.empty();

    @Option(
            names = "--language",
            paramLabel = "CODE",
            description = "Spoken language, for example en or zh (default: detected).")
    private Optional<String> language = Optional.empty();

    @Option(
            names = "--translate-to",
            paramLabel = "CODE",
            description = "Translate the transcript into this" + " language, for example en.")
    private Optional<String> translateTo = Optional.empty();

    @Option(
            names = "--hotwords",
            paramLabel = "FILE",
            description = "File with words to expect, such as names, one per line; DashScope stores the list.")
    private Optional<Path> hotWords = Optional.empty();

    @Option(names = "--vocabulary", paramLabel = "ID", description = "ID of a hot word list stored by the service.")
    private Optional<String> vocabulary = Optional.empty();

    @Option(
            names = "--device",
            paramLabel = "NAME",
            completionCandidates = LiveValues.Microphones.class,
            description = "Microphone: part of its name, or its number.")
    private Optional<String> device = Optional.empty();

    @Option(names = "--save", paramLabel = "FILE", description = "Save the microphone's audio to this WAV file.")
    private Optional<Path> save = Optional.empty();

    @Mixin
    private ListenOutput output = new ListenOutput();

    @Mixin
    private BatchOptions batch = new BatchOptions();

    @Override
    public Integer call() {
        VoicebotCommand command = VoicebotCommand.of(root);
        List<String> named = named();
        Optional<InputStream> arriving = named.isEmpty() ? ArrivingSound.of(command.edges()) : Optional.empty();
        List<String> sounds = arriving.isPresent() ? List.of(SoundSources.STDIN) : named;
        Edges edges = arriving.map(command.edges()::reading).orElse(command.edges());
        check(sounds);
        try (CommandContext context = command.open(settings())) {
            new MissingRecognizer(context).offer();
            hotWords.ifPresent(file -> context.assembly().hearing().expectWords(file, words(file, context)));
            List<Transcript> said = listen(context, edges, sounds);
            if (output.copies()) {
                command.edges().clipboard().put(ListenOutput.text(said));
            }
            return ExitCode.DONE.number();
        }
    }

    private List<Transcript> listen(CommandContext context, Edges edges, List<String> sounds) {
        if (output.exec().isEmpty()) {
            return listenNow(context, edges, sounds);
        }
        try (UtteranceCommand exec = new UtteranceCommand(output.exec().get(), edges, context::tell)) {
            output.utterances(sentence -> exec.run(ListenOutput.wanted(sentence)));
            return listenNow(context, edges, sounds);
        }
    }

    private List<Transcript> listenNow(CommandContext context, Edges edges, List<String> sounds) {
        SoundSources sources = new SoundSources(edges, raw ? Optional.of(rate.orElse(RAW_RATE)) : Optional.empty());
        if (!sounds.isEmpty() && !once) {
            return new ListeningToFiles(context, sources, sounds, output, batch)
                    .listen(
                            Math.min(
                                    jobs.orElse(USUAL_JOBS),
                                    context.assembly().hearing().mostAtOnce()),
                            maxSeconds);
        }
        context.announcements().engines(context.assembly().hearing().title());
        AudioInput sound = sounds.isEmpty() ? context.assembly().devices().microphone() : sources.input(sounds.get(0));
        return List.of(once ? once(context, sound, sounds.isEmpty()) : untilStopped(context, sound));
    }

    private Transcript untilStopped(CommandContext context, AudioInput microphone) {
        HeardSound.Wishes wishes = new HeardSound.Wishes(maxSeconds, save, Optional.empty(), length -> {});
        return new Listening(context, wishes, output.writer(context::print), true).untilStopped(microphone);
    }

    /** A file or pipe ends by itself: it may begin with a long silence. */
    private Transcript once(CommandContext context, AudioInput sound, boolean isMicrophone) {
        Duration limit = maxSeconds.orElse(LONGEST_UTTERANCE);
        Duration wait = maxWait.orElse(isMicrophone ? USUAL_WAIT : limit);
        HeardSound.Wishes wishes = new HeardSound.Wishes(Optional.of(limit), save, end(context), length -> {});
        return new Listening(context, wishes, output.writer(context::print), isMicrophone).once(sound, wait, limit);
    }

    /** The service ends a sentence by that silence, too, but only when its sound has travelled there. */
    private static Optional<HeardSound.Silence> end(CommandContext context) {
        return context.assembly()
                .settings()
                .recognition()
                .maxEndSilence()
                .map(length -> new HeardSound.Silence(length, context.assembly().speechSense()));
    }

    /** Lines with a word or a name each; empty ones and those with # in front are passed over. */
    private static List<String> words(Path file, CommandContext context) {
        try (TextInput text = Commands.text(file, context::tell)) {
            List<String> words = text.readAll()
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .distinct()
                    .toList();
            Commands.require(
                    !words.isEmpty() && words.size() <= MOST_WORDS,
                    tr("%s must contain 1 to %s words.", file, MOST_WORDS));
            return words;
        } catch (IOException e) {
            throw FileFault.of(FaultKind.USAGE, tr("Cannot read %s", file), e);
        }
    }

    private List<String> named() {
        return Stream.concat(files.stream(), moreFiles.stream())
                .map(SoundSources::named)
                .toList();
    }

    private void check(List<String> sounds) {
        output.check(sounds);
        Commands.require(!once || sounds.size() < 2, tr("--once transcribes one utterance. Name only one file."));
        Commands.require(!once || !output.isInFiles(), tr("--once prints to stdout. Remove --output-dir."));
        Commands.require(once || maxWait.isEmpty(), tr("--max-wait needs --once."));
        Commands.require(
                jobs.isEmpty() || (!sounds.isEmpty() && !once), tr("--jobs needs files, and excludes --once."));
        Commands.require(!batch.isGiven() || sounds.size() > 1, tr("--fail-fast needs several files."));
        Commands.require(
                device.isEmpty() || sounds.isEmpty(),
                tr("--device is for the microphone. Remove it, or %s.", first(sounds)));
        Commands.require(
                hotWords.isEmpty() || vocabulary.isEmpty(), tr("--hotwords and --vocabulary exclude each other."));
        Commands.require(
                save.isEmpty() || sounds.isEmpty(), tr("--save is for the microphone. Remove it, or the files."));
        Commands.require(!raw || !sounds.isEmpty(), tr("--raw needs a FILE, or - for standard input."));
        Commands.require(raw || rate.isEmpty(), tr("--rate needs --raw: a WAV file contains its own rate."));
        rate.ifPresent(hz -> Commands.requireWithin("--rate", hz, LOWEST_RATE, HIGHEST_RATE));
        Commands.require(
                sounds.stream().filter(SoundSources.STDIN::equals).count() < 2,
                tr("Standard input can be read only once."));
        jobs.ifPresent(count -> Commands.requireWithin("--jobs", count, 1, MOST_JOBS));
        maxWait.ifPresent(time -> requireTime("--max-wait", time));
        maxSeconds.ifPresent(time -> requireTime("--max-seconds", time));
    }

    private static String first(List<String> sounds) {
        return sounds.isEmpty() ? "" : SoundSources.title(sounds.get(0));
    }

    private static void requireTime(String option, Duration time) {
        Commands.require(
                time.compareTo(Duration.ZERO) > 0 && time.compareTo(LONGEST) <= 0,
                tr("%s must be more than 0 and at most 24h.", option));
    }

    private SettingOptions settings() {
        return new SettingOptions()
                .with("--language", RecognitionSettings.LANGUAGE, language)
                .with("--translate-to", RecognitionSettings.TRANSLATE_TO, translateTo)
                .with("--vocabulary", RecognitionSettings.VOCABULARY_ID, vocabulary)
                .with("--silence", RecognitionSettings.MAX_END_SILENCE, silence)
                .with("--device", AudioSettings.INPUT_DEVICE, device);
    }
}
