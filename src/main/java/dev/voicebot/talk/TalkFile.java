package dev.voicebot.talk;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.WavInput;
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

/** A talk on disk. */
final class TalkFile implements KeptTalk {
    private static final Logger LOG = LoggerFactory.getLogger(TalkFile.class);

    private final Supplier<Path> name;
    private volatile @Nullable Path file; // set by the talk's sound, any thread reads
    private volatile boolean dropped; // any thread
    private @Nullable WavWriter writer; // the talk's sound
    private boolean broken; // the talk's sound

    private TalkFile(Supplier<Path> name, @Nullable Path file) {
        this.name = name;
        this.file = file;
    }

    /** A talk yet to come; {@code name} makes its folder and gives its file, with the first sound. */
    static TalkFile yetToCome(Supplier<Path> name) {
        return new TalkFile(name, null);
    }

    static TalkFile in(Path file) {
        return new TalkFile(() -> file, file);
    }

    @Override
    public void write(PcmFrame frame) {
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

    @Override
    public void close() {
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

    @Override
    public Optional<AudioInput> sound() {
        return Optional.ofNullable(file).filter(Files::isRegularFile).map(WavInput::of);
    }

    @Override
    public void drop() {
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
