package dev.voicebot.recordings;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.WavWriter;
import dev.voicebot.files.PrivateFiles;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.FileFault;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The folder of saved replies: {@code yyyyMMdd_HHmmss.wav}, {@code _2}, {@code _3}… where a name is taken, and the words
 * beside each. Several processes may use one folder. Any thread.
 */
public final class RecordingArchive {
    private final Path directory;
    private final Clock clock;
    private final RecordingsFolder folder;

    /** The folder is made when the first reply is saved. */
    public RecordingArchive(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
        this.folder = new RecordingsFolder(directory, clock);
    }

    public Path directory() {
        return directory;
    }

    /**
     * Begins to save a reply under a new name.
     *
     * @throws AssistantException FAILED when the folder or the files cannot be written
     */
    public ReplyRecorder start(ReplyDetails details, int sampleRate) {
        makeDirectory();
        WavWriter sound = claimName(ZonedDateTime.now(clock).format(RecordingsFolder.NAME), sampleRate);
        SpokenWords words = new SpokenWords(Sidecar.besides(sound.file()), details, clock);
        try {
            words.save();
            return new ReplyRecorder(sound, Optional.of(words));
        } catch (AssistantException e) {
            sound.close();
            throw e;
        }
    }

    /**
     * Begins to save sound where the user said, outside of the archive and without the words. A file that is there is
     * replaced once the first sound comes.
     *
     * @throws AssistantException USAGE when it is a folder, FAILED when it cannot be written
     */
    public static ReplyRecorder saveAs(Path file, int sampleRate) {
        if (Files.isDirectory(file)) {
            throw new AssistantException(
                    FaultKind.USAGE,
                    tr("%s is a folder. Name a file, for example %s.", file, file.resolve("reply.wav")));
        }
        return new ReplyRecorder(WavWriter.replace(file, sampleRate), Optional.empty());
    }

    /**
     * All replies that have sound, newest first. What a killed program left is mended on the way, and what is known of
     * finished replies is kept in an index.
     *
     * @throws AssistantException FAILED when the folder cannot be read
     */
    public List<SavedReply> list() {
        return folder.list();
    }

    /** How many recordings this archive has mended. */
    public int mended() {
        return folder.mended();
    }

    /**
     * Removes a reply, sound and words.
     *
     * @throws AssistantException FAILED when a file cannot be removed
     */
    public void delete(SavedReply reply) {
        new ReplyIndex(directory).doubt();
        try {
            Files.deleteIfExists(Sidecar.besides(reply.wav()));
            Files.deleteIfExists(reply.wav());
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot remove %s", reply.wav()), e);
        }
    }

    /**
     * Copies a reply's sound, and its words where there are any, into {@code folder}, which must exist.
     *
     * @return where the sound is now
     * @throws AssistantException FAILED when a file is there already or cannot be written
     */
    public Path export(SavedReply reply, Path folder) {
        Path target = folder.resolve(reply.wav().getFileName());
        Path words = Sidecar.besides(reply.wav());
        try {
            PrivateFiles.copy(reply.wav(), target);
            if (Files.exists(words)) {
                PrivateFiles.copy(words, Sidecar.besides(target));
            }
            return target;
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot write %s", target), e);
        }
    }

    /**
     * The reply that {@code query} means: a number (1 is the newest), a name (with or without {@code .wav}), a path of
     * any WAV file, or words that were all said or asked, of which the newest reply is taken.
     *
     * @throws AssistantException USAGE when a path leads to a file that cannot be read
     */
    public Optional<SavedReply> find(String query) {
        return new ReplyQuery(list(), query).find();
    }

    /** As {@link #find}, but not by words; empty for an empty {@code query}. */
    public Optional<SavedReply> named(String query) {
        return query.isBlank() ? Optional.empty() : new ReplyQuery(list(), query).named();
    }

    private void makeDirectory() {
        try {
            PrivateFiles.foldersFor(directory);
        } catch (FileAlreadyExistsException e) {
            throw new AssistantException(
                    FaultKind.FAILED, tr("%s is not a folder. Choose another in recordings.directory.", directory), e);
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot create the recordings folder %s", directory), e);
        }
    }

    /** Whoever makes the WAV file owns the name: that is atomic between processes too. */
    private WavWriter claimName(String name, int sampleRate) {
        for (int copy = 1; ; copy++) {
            Path file = directory.resolve(name + (copy == 1 ? "" : "_" + copy) + ".wav");
            try {
                return WavWriter.createNew(file, sampleRate);
            } catch (AssistantException e) {
                if (!(e.getCause() instanceof FileAlreadyExistsException)) {
                    throw e;
                }
            }
        }
    }
}
