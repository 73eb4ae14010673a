package dev.voicebot.reading;

import static dev.voicebot.text.Messages.tr;
import static dev.voicebot.text.Messages.trn;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Samples;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.Interrupts;
import dev.voicebot.recognition.Word;
import dev.voicebot.synthesis.SpeechListener;
import dev.voicebot.synthesis.SpeechStream;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.Voice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Reads a text aloud. The voice is never more than some seconds ahead of the slowest sink, and no more of the text is
 * held than is being said, so its length does not matter.
 */
public final class Reading {
    private static final double SECONDS_AHEAD = 20;
    private static final Duration PIECE_OF_SILENCE = Duration.ofSeconds(1);
    private static final int MOST_IN_A_ROW = 3; // goes that fail: then the voice is dead
    private static final int CHARACTERS_IN_ONE_GO = 1500;

    private final SpeechSynthesizer synthesizer;
    private final Voice voice;
    private final boolean exact;
    private final Cancellation cancellation;
    private final List<SinkLane> lanes = new ArrayList<>();
    private final List<SoundSink> sinks;
    private Predicate<AssistantException> goesOnAfter = fault -> false;
    private Consumer<String> tell = line -> {};
    private int spoken; // in so many goes
    private int lost; // goes that failed
    private int lostInARow;
    private final AtomicLong samples = new AtomicLong(); // of the passages that are being said, by the engine's thread

    /**
     * Nothing is said yet.
     *
     * @param exact whether the sinks must know where each passage ends: then each is said in one go of its own, which
     *     costs a round trip
     */
    public Reading(
            SpeechSynthesizer synthesizer,
            Voice voice,
            boolean exact,
            List<SoundSink> sinks,
            Cancellation cancellation) {
        this.synthesizer = synthesizer;
        this.voice = voice;
        this.exact = exact;
        this.sinks = List.copyOf(sinks);
        this.cancellation = cancellation;
    }

    /** What cannot be said because of such a fault is told and left out, and the rest is said. */
    public void goOnAfter(Predicate<AssistantException> passing, Consumer<String> told) {
        goesOnAfter = passing;
        tell = told;
    }

    /**
     * Blocks until all was said, heard and saved; gives how many passages there were.
     *
     * @throws AssistantException INTERRUPTED soon after the cancel; what the voice, the text or a sink throws; when something
     *     was left out, that it was
     */
    public int read(Passages passages) {
        for (int i = 0; i < sinks.size(); i++) {
            lanes.add(new SinkLane(sinks.get(i), synthesizer.sampleRate(), i + 1));
        }
        try (Cancellation.Registration tie = cancellation.onCancel(() -> lanes.forEach(SinkLane::stop))) {
            int said = say(passages);
            for (SinkLane lane : lanes) {
                lane.finish();
            }
            cancellation.throwIfCancelled();
            throwIfLost();
            return said;
        } catch (InterruptedException e) {
            throw Interrupts.leave(e);
        } finally {
            lanes.forEach(SinkLane::close);
        }
    }

    private int say(Passages passages) throws InterruptedException {
        int said = 0;
        Go go = new Go();
        try {
            for (Optional<Passage> next = passages.next(); next.isPresent(); next = passages.next()) {
                go = go.isOver() ? new Go() : go;
                if (next.get().isPause()) {
                    finish(go);
                    pause(next.get());
                } else {
                    said++;
                    say(next.get(), go);
                }
            }
            finish(go);
            return said;
        } finally {
            go.close();
        }
    }

    private void say(Passage passage, Go go) throws InterruptedException {
        try {
            go.say(passage);
        } catch (AssistantException e) {
            leaveOut(go, e);
        }
    }

    private void pause(Passage pause) throws InterruptedException {
        forSinks(sink -> sink.begin(pause));
        for (Duration left = pause.pause(); !left.isZero(); left = left.minus(shorter(left))) {
            PcmFrame silence = PcmFrame.silence(shorter(left), synthesizer.sampleRate());
            for (SinkLane lane : lanes) {
                lane.awaitRoom(SECONDS_AHEAD);
                lane.write(silence);
            }
        }
        forSinks(sink -> sink.end(pause, pause.pause()));
    }

    private static Duration shorter(Duration silence) {
        return silence.compareTo(PIECE_OF_SILENCE) < 0 ? silence : PIECE_OF_SILENCE;
    }

    private void finish(Go go) {
        try {
            go.finish();
        } catch (AssistantException e) {
            if (spoken == 0 && lost == 0) {
                throw e; // it was all there is
            }
            leaveOut(go, e);
        }
    }

    private void leaveOut(Go go, AssistantException fault) {
        if (!goesOnAfter.test(fault) || lostInARow >= MOST_IN_A_ROW - 1) {
            throw fault;
        }
        go.giveUp();
        lost++;
        lostInARow++;
        tell.accept(tr("a part of the text is left out: %s", fault.userMessage()));
        forSinks(SoundSink::lost);
    }

    private void throwIfLost() {
        if (lost > 0) {
            throw new AssistantException(
                    FaultKind.SERVICE,
                    trn(
                            "a part of the text could not be spoken",
                            "%d parts of the text could not be spoken",
                            lost,
                            lost));
        }
    }

    /** What is said over one stream: a passage, or several as they arrive. */
    private final class Go implements AutoCloseable {
        private final Sound sound = new Sound();
        private final SpeechStream stream = synthesizer.open(voice, sound, cancellation);
        private Optional<Passage> last = Optional.empty();
        private int characters;
        private boolean over;
        private boolean closed;

        boolean isOver() {
            return over;
        }

        void say(Passage passage) throws InterruptedException {
            for (SinkLane lane : lanes) {
                lane.awaitRoom(SECONDS_AHEAD);
            }
            last = Optional.of(passage);
            characters += passage.text().length();
            forSinks(sink -> sink.begin(passage));
            stream.write(passage.text());
            if (exact || characters > CHARACTERS_IN_ONE_GO) {
                finish();
            }
        }

        void finish() {
            if (last.isEmpty() || over) {
                return;
            }
            over = true;
            stream.finish();
            spoken++;
            lostInARow = 0;
            stream.spokenBy().ifPresent(who -> forSinks(sink -> sink.spokenBy(who)));
            Passage said = last.get();
            Duration length = Samples.length(samples.getAndSet(0), synthesizer.sampleRate());
            List<Word> words = sound.times.wordsOf(said.text(), synthesizer.sampleRate());
            forSinks(sink -> {
                sink.words(words);
                sink.end(said, length);
            });
            close();
        }

        void giveUp() {
            over = true;
            samples.set(0);
            close();
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                stream.close();
            }
        }
    }

    /** What comes from the voice, on the engine's thread. */
    private final class Sound implements SpeechListener {
        private final SpokenTimes times = new SpokenTimes();

        @Override
        public void accept(PcmFrame frame) {
            samples.addAndGet(frame.samples().length);
            lanes.forEach(lane -> lane.write(frame));
        }

        @Override
        public void spoken(int characters, long count) {
            if (exact) { // else several passages are said in one go
                times.add(characters, count);
            }
        }
    }

    private void forSinks(Consumer<SoundSink> work) {
        for (int i = 0; i < lanes.size(); i++) {
            SoundSink sink = sinks.get(i);
            lanes.get(i).submit(() -> work.accept(sink));
        }
    }
}
