package dev.voicebot.talk;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.audio.FrameQueue;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Recording;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.threads.Worker;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sound of one talk: captured and kept on thread {@code talk-sound}, whatever becomes of the recogniser, which
 * reads it through {@link #reading}. Methods may be called on any thread.
 */
final class TalkSound {
    private static final Logger LOG = LoggerFactory.getLogger(TalkSound.class);

    private final AudioInput input;
    private final KeptTalk kept;
    private final LevelMeter meter = new LevelMeter();
    private final FrameQueue captured = FrameQueue.endless();
    private final CompletableFuture<Recording> opened = new CompletableFuture<>();
    private final CompletableFuture<Optional<AssistantException>> ended = new CompletableFuture<>();

    private TalkSound(AudioInput input, KeptTalk kept) {
        this.input = input;
        this.kept = kept;
    }

    /** Captures from now on. */
    static TalkSound start(AudioInput input, KeptTalk kept) {
        TalkSound sound = new TalkSound(input, kept);
        Worker.TALK_SOUND.start(sound::run);
        return sound;
    }

    LevelMeter meter() {
        return meter;
    }

    /** Blocks until sound is being taken; throws what the microphone threw. */
    Recording reading() {
        try {
            return new Reading(opened.join().sampleRate());
        } catch (CompletionException e) {
            throw e.getCause() instanceof AssistantException fault ? fault : AssistantException.unforeseen(e);
        }
    }

    /** Ends the capture; what was captured is still given. Quick. */
    void stop() {
        var unused = opened.thenAccept(Recording::stop);
    }

    /** Ends the capture and drops what nobody read. Quick. */
    void close() {
        var unused = opened.thenAccept(Recording::close);
        captured.close();
    }

    /** Blocks until the capture has ended; gives what ended it before its time. */
    Optional<AssistantException> awaitEnd() {
        return ended.join();
    }

    private void run() {
        try (Recording recording = input.start()) {
            opened.complete(recording);
            capture(recording);
            ended.complete(Optional.empty());
        } catch (AssistantException e) {
            LOG.info("the talk's sound ended: {}", e.kind(), e);
            fail(e);
        } catch (RuntimeException e) {
            LOG.error("the talk's sound failed", e);
            fail(AssistantException.unforeseen(e));
        } finally {
            kept.close();
            captured.end();
        }
    }

    private void fail(AssistantException fault) {
        opened.completeExceptionally(fault);
        ended.complete(Optional.of(fault));
    }

    private void capture(Recording recording) {
        for (Optional<PcmFrame> frame = recording.next(); frame.isPresent(); frame = recording.next()) {
            meter.add(frame.get());
            captured.put(frame.get());
            kept.write(frame.get());
        }
    }

    /** What the recogniser reads: when it has enough, the capture goes on. */
    private final class Reading implements Recording {
        private final int sampleRate;

        Reading(int sampleRate) {
            this.sampleRate = sampleRate;
        }

        @Override
        public int sampleRate() {
            return sampleRate;
        }

        @Override
        public Optional<PcmFrame> next() {
            return captured.next();
        }

        @Override
        public void stop() {
            captured.end();
        }

        @Override
        public void close() {
            captured.close();
        }
    }
}
