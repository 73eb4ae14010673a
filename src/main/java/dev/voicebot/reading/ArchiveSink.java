package dev.voicebot.reading;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.recordings.ReplyRecorder;
import dev.voicebot.synthesis.SpeechStream.SpokenBy;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The archive of what was spoken; trouble with it is told once, and the reading goes on without. */
public final class ArchiveSink implements SoundSink {
    private final Supplier<ReplyRecorder> archive;
    private final Consumer<Path> saved;
    private final Consumer<String> tell;
    private @Nullable ReplyRecorder recorder;
    private boolean isWhole = true;
    private volatile boolean failed; // by the sink's thread

    /** {@code archive} begins a new entry; {@code saved} gets its file when it is whole. */
    public ArchiveSink(Supplier<ReplyRecorder> archive, Consumer<Path> saved, Consumer<String> tell) {
        this.archive = archive;
        this.saved = saved;
        this.tell = tell;
    }

    @Override
    public void begin(Passage passage) {
        unlessFailed(() -> recorder().text(passage.written()));
    }

    @Override
    public void write(PcmFrame frame) {
        unlessFailed(() -> recorder().write(frame));
    }

    @Override
    public void spokenBy(SpokenBy who) {
        unlessFailed(() -> recorder().spokenBy(who.model(), who.voice()));
    }

    @Override
    public void lost() {
        isWhole = false;
    }

    @Override
    public void finish() {
        if (isWhole) {
            unlessFailed(() -> recorder().complete());
        }
    }

    @Override
    public void close() {
        ReplyRecorder open = recorder;
        if (open == null) {
            return;
        }
        unlessFailed(() -> {
            boolean silent = open.length().isZero();
            open.close();
            if (!silent) {
                saved.accept(open.file());
            }
        });
    }

    /**
     * Begins the entry now, not with the first words: for a reading that is good for nothing without it.
     *
     * @throws AssistantException when that cannot be
     */
    public void open() {
        recorder();
    }

    /** Whether the sound is not saved, which was told. */
    public boolean hasFailed() {
        return failed;
    }

    private ReplyRecorder recorder() {
        ReplyRecorder open = recorder;
        if (open == null) {
            open = archive.get();
            recorder = open;
        }
        return open;
    }

    private void unlessFailed(Runnable work) {
        if (failed) {
            return;
        }
        try {
            work.run();
        } catch (AssistantException e) {
            failed = true;
            tell.accept(e.userMessage());
        }
    }
}
