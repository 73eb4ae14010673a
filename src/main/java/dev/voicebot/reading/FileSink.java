package dev.voicebot.reading;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.WavWriter;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A WAV file that the user named, or one for each paragraph; can go on where an earlier reading ended. */
public final class FileSink implements SoundSink {
    private final Path file;
    private final boolean split;
    private final int sampleRate;
    private final Consumer<Path> saved;
    private final List<ReadingProgress.Step> done;
    private final @Nullable ReadingProgress progress; // a device such as /dev/null has none
    private @Nullable WavWriter writer;
    private int paragraph; // of the writer
    private @Nullable TextDigest text;
    private boolean whole;

    /**
     * What is to be written.
     *
     * @param split whether each paragraph gets a file of its own: {@code book-001.wav}
     * @param resume whether to go on where an earlier reading of the same text ended
     */
    public record Target(Path file, boolean split, boolean resume) {}

    /**
     * Writes nothing yet.
     *
     * @param saved gets each file when it is whole
     * @throws AssistantException USAGE when it is a folder, FAILED when it cannot be written
     */
    public FileSink(Target target, int sampleRate, Consumer<Path> saved) {
        this.file = target.file();
        this.split = target.split();
        this.sampleRate = sampleRate;
        this.saved = saved;
        if (Files.isDirectory(file)) {
            throw new AssistantException(
                    FaultKind.USAGE,
                    tr("%s is a folder. Name a file, for example %s.", file, file.resolve("speech.wav")));
        }
        this.done = target.resume() ? ReadingProgress.done(file, sampleRate) : List.of();
        boolean ordinary = Files.notExists(file) || Files.isRegularFile(file);
        this.progress = ordinary ? ReadingProgress.start(file, sampleRate, done) : null;
        lastDone().ifPresent(this::goOn);
    }

    /** Whether an earlier reading left something to go on with. */
    public static boolean canResume(Path file) {
        return Files.exists(ReadingProgress.besides(file));
    }

    /** Whether there is some sound among that. */
    public static boolean hasSaved(Path file) {
        return ReadingProgress.hasSteps(file);
    }

    /**
     * The passages that are left to say: those that were said by the earlier reading are taken out.
     *
     * @param skipped gets these, and how long each takes
     */
    public Passages rest(Passages passages, BiConsumer<Passage, Duration> skipped) {
        TextDigest digest = new TextDigest(passages);
        text = digest;
        return new RestOfText(digest, done, sampleRate, skipped, file);
    }

    /** Whether a file with this comment says all of this text, which is read to its end. */
    public static boolean isWhole(Optional<String> comment, Passages text) {
        TextDigest digest = new TextDigest(text);
        while (digest.next().isPresent()) {
            // its digest is all that is wanted
        }
        return comment.filter(digest.comment()::equals).isPresent();
    }

    @Override
    public void begin(Passage passage) {
        if (writer == null || (split && passage.paragraph() != paragraph)) {
            closeWriter();
            paragraph = passage.paragraph();
            writer = WavWriter.replace(fileOf(paragraph), sampleRate);
        }
    }

    @Override
    public void write(PcmFrame frame) {
        if (writer != null) {
            writer.write(frame);
        }
    }

    @Override
    public void end(Passage passage, Duration length) {
        if (progress != null && writer != null) {
            progress.add(ReadingProgress.Step.of(passage, writer.samples()));
        }
    }

    @Override
    public void finish() {
        if (writer != null && text != null && !split) {
            writer.comment(text.comment());
        }
        whole = true;
    }

    @Override
    public void close() {
        closeWriter();
        if (progress == null) {
            return;
        }
        if (whole || !ReadingProgress.hasSteps(file)) {
            progress.delete();
        } else {
            progress.close();
        }
    }

    private Optional<ReadingProgress.Step> lastDone() {
        return done.isEmpty() ? Optional.empty() : Optional.of(done.get(done.size() - 1));
    }

    private void goOn(ReadingProgress.Step last) {
        paragraph = last.paragraph();
        writer = WavWriter.continueAfter(last.samples(), fileOf(paragraph), sampleRate);
    }

    private void closeWriter() {
        WavWriter open = writer;
        if (open != null) {
            writer = null;
            boolean silent = open.samples() == 0;
            open.close();
            if (!silent) {
                saved.accept(open.file());
            }
        }
    }

    private Path fileOf(int number) {
        if (!split) {
            return file;
        }
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        String base = dot > 0 ? name.substring(0, dot) : name;
        String end = dot > 0 ? name.substring(dot) : ".wav";
        return file.resolveSibling(String.format(Locale.ROOT, "%s-%03d%s", base, number, end));
    }
}
