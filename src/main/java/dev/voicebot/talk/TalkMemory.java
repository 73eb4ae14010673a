package dev.voicebot.talk;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.audio.AudioInput;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Recording;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The last talk alone, kept where nobody else can find it. Under the line's lock. */
final class TalkMemory implements KeptTalks {
    private Optional<KeptTalk> last = Optional.empty();

    @Override
    public KeptTalk next() {
        KeptTalk talk = new Talk();
        last = Optional.of(talk);
        return talk;
    }

    @Override
    public Optional<KeptTalk> latest() {
        return last.filter(talk -> talk.sound().isPresent());
    }

    @Override
    public void prune() {}

    private static final class Talk implements KeptTalk {
        @GuardedBy("this")
        private final List<PcmFrame> frames = new ArrayList<>();

        @GuardedBy("this")
        private boolean dropped;

        @Override
        public synchronized void write(PcmFrame frame) {
            if (!dropped) {
                frames.add(frame);
            }
        }

        @Override
        public void close() {}

        @Override
        public synchronized Optional<AudioInput> sound() {
            List<PcmFrame> kept = List.copyOf(frames);
            return kept.isEmpty() ? Optional.empty() : Optional.of(() -> new Replay(kept));
        }

        @Override
        public synchronized void drop() {
            dropped = true;
            frames.clear();
        }
    }

    /** Gives all of it, as fast as it is read. */
    private static final class Replay implements Recording {
        private final int sampleRate;
        private final Iterator<PcmFrame> frames;
        private volatile boolean closed; // by any thread

        Replay(List<PcmFrame> frames) {
            this.sampleRate = frames.get(0).sampleRate();
            this.frames = frames.iterator();
        }

        @Override
        public int sampleRate() {
            return sampleRate;
        }

        @Override
        public Optional<PcmFrame> next() {
            return closed || !frames.hasNext() ? Optional.empty() : Optional.of(frames.next());
        }

        /** Its end comes by itself. */
        @Override
        public void stop() {}

        @Override
        public void close() {
            closed = true;
        }
    }
}
