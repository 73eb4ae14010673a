package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.recognition.Sentence;
import dev.voicebot.recognition.Transcript;
import dev.voicebot.recognition.Translation;
import dev.voicebot.transcripts.FormatName;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code listen} that say what becomes of the words. */
final class ListenOutput {
    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "Format: text, json (docs/schemas/listen.json), jsonl (docs/schemas/listen-line.json), srt,"
                    + " vtt or tsv (default: text; with --partials jsonl).")
    private @Nullable FormatName format;

    @Option(names = "--timestamps", description = "In text: start each line with its time.")
    private boolean timestamps;

    @Option(names = "--partials", description = "Also print unfinished sentences as they change, as JSON lines.")
    private boolean partials;

    @Option(
            names = "--output-dir",
            paramLabel = "DIR",
            description = "Write one file per audio file to this folder (talk.wav becomes talk.srt) and print their"
                    + " names.")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = "--exec",
            paramLabel = "CMD",
            description = "Run a command for each utterance; {} stands for the text, which is otherwise the last"
                    + " argument. No shell is involved; the text is also in $VOICEBOT_TEXT.")
    private Optional<String> exec = Optional.empty();

    @Option(names = "--copy", description = "Copy the text to the clipboard at the end.")
    private boolean copy;

    private Consumer<Sentence> utterances = sentence -> {};

    /** Complains about options that do not go together. */
    void check(List<String> files) {
        if (partials && format != null && format != FormatName.JSONL) {
            throw usage(tr("--partials prints JSON lines. Remove --format, or use --format jsonl."));
        }
        if (timestamps && format() != FormatName.TEXT) {
            throw usage(tr("--timestamps needs --format text: other formats contain times already."));
        }
        if (folder.isPresent() && files.isEmpty()) {
            throw usage(
                    tr("--output-dir needs audio files. Name some, or redirect with > talk.%s.", format().extension()));
        }
        if (files.size() > 1 && folder.isEmpty() && !format().takesSeveral()) {
            throw usage(tr("Subtitles of several files do not fit into one file. Add --output-dir DIR."));
        }
        if (folder.isPresent()) {
            Set<Path> targets = new HashSet<>();
            files.stream()
                    .map(this::fileFor)
                    .filter(target -> !targets.add(target))
                    .findFirst()
                    .ifPresent(target -> {
                        throw usage(tr("Two of the files would be written to %s. Transcribe them separately.", target));
                    });
        }
    }

    /** Whether each sound's words go into a file of their own. */
    boolean isInFiles() {
        return folder.isPresent();
    }

    boolean copies() {
        return copy;
    }

    Optional<String> exec() {
        return exec;
    }

    /** Each sentence goes there once it is final. */
    void utterances(Consumer<Sentence> consumer) {
        utterances = consumer;
    }

    /** What stands before all transcripts. */
    String headOf(List<String> files) {
        return files.size() > 1 && folder.isEmpty() ? format().headOfSeveral() : "";
    }

    /** For the microphone. */
    TranscriptWriter writer(Consumer<String> out) {
        return writer(Optional.empty(), out);
    }

    /** For one file of {@code several} or not. */
    TranscriptTarget target(String file, boolean several, TranscriptTarget.Told told) {
        if (folder.isPresent()) {
            return TranscriptTarget.in(fileFor(file), sink -> writer(Optional.empty(), sink), told);
        }
        return new TranscriptTarget(writer(several ? Optional.of(file) : Optional.empty(), told.out()));
    }

    /** All that was said, translated where it was. */
    static String text(List<Transcript> transcripts) {
        return transcripts.stream()
                .map(transcript -> transcript.sentences().stream()
                        .map(ListenOutput::wanted)
                        .collect(Collectors.joining("\n")))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** What the user wants of a sentence: its translation where there is one. */
    static String wanted(Sentence sentence) {
        return sentence.translation()
                .map(Translation::text)
                .orElse(sentence.text())
                .strip();
    }

    private TranscriptWriter writer(Optional<String> file, Consumer<String> out) {
        return new TranscriptWriter(format().start(new FormatName.Wishes(file, timestamps, partials)), out, utterances);
    }

    private FormatName format() {
        return Objects.requireNonNullElse(format, partials ? FormatName.JSONL : FormatName.TEXT);
    }

    private Path fileFor(String sound) {
        String name =
                sound.equals("-") ? "stdin" : String.valueOf(Path.of(sound).getFileName());
        int dot = name.lastIndexOf('.');
        String base = dot > 0 ? name.substring(0, dot) : name;
        return folder.orElseThrow().resolve(base + "." + format().extension());
    }

    private static AssistantException usage(String message) {
        return new AssistantException(FaultKind.USAGE, message);
    }
}
