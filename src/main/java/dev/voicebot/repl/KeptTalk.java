package dev.voicebot.repl;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.WavWriter;
import dev.voicebot.outcome.AssistantException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sound of one talk on disk, until it is recognised. Trouble with the disk never stops a talk. */
final class KeptTalk {
    private static final Logger LOG = LoggerFactory.getLogger(KeptTalk.class);

    private final Supplier<Path> name;
    private volatile @Nullable Path file; // set by the talk's sound, any thread reads
    private volatile boolean dropped; // any thread
    private @Nullable WavWriter writer; // the talk's sound
    private boolean broken; // the talk's sound

    private KeptTalk(Supplier<Path> name, @Nullable Path file) {
        this.name = name;
        this.file = file;
    }

    /** A talk yet to come; {@code name} makes its folder and gives its file, with the first sound. */
    static KeptTalk yetToCome(Supplier<Path> name) {
        return new KeptTalk(name, null);
    }

    static KeptTalk in(Path file) {
        return new KeptTalk(() -> file, file);
    }

    /** Adds to the file; only for a talk yet to come. */
    void write(PcmFrame frame) {
        if (broken || dropped) {
            return;
        }
        try {
            writer(frame.sampleRate()).write(frame);
        } catch (AssistantException e) {
            broken = true;
            LOG.warn("what is said cannot be kept", e);
        }
    }

    private WavWriter writer(int sampleRate) {
        WavWriter open = writer;
        if (open == null) {
            Path created = name.get();
            open = WavWriter.createNew(created, sampleRate);
            writer = open;
            file = created;
        }
        return open;
    }

    /** No more sound comes. */
    void close() {
        try {
            if (writer != null) {
                writer.close();
            }
        } catch (AssistantException e) {
            LOG.warn("what was said cannot be kept", e);
        }
        if (dropped) {
            delete();
        }
    }

    /** Where it is; empty when there is nothing to be sent again. */
    Optional<Path> file() {
        return Optional.ofNullable(file).filter(Files::isRegularFile);
    }

    /** Nobody needs it any more; any thread. */
    void drop() {
        dropped = true;
        delete();
    }

    private void delete() {
        Path here = file;
        if (here == null) {
            return;
        }
        try {
            Files.deleteIfExists(here);
        } catch (IOException e) {
            LOG.warn("cannot remove {}", here, e);
        }
    }
}
