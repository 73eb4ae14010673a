package dev.voicebot.wiring;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Recording;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.synthesis.SpeechStream;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.Voice;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** A text as it sounds when a voice says it, given as a recording. One thread reads. */
final class SpokenSound implements Recording {
    private final Queue<PcmFrame> frames; // of one thread
    private final int sampleRate;

    private SpokenSound(List<PcmFrame> frames, int sampleRate) {
        this.frames = new ArrayDeque<>(frames);
        this.sampleRate = sampleRate;
    }

    /** Blocks until the voice has said everything. */
    static SpokenSound of(String text, SpeechSynthesizer synthesizer, Voice voice, Cancellation cancellation) {
        List<PcmFrame> frames = new ArrayList<>();
        try (SpeechStream stream = synthesizer.open(voice, frames::add, cancellation)) {
            stream.write(text);
            stream.finish();
        }
        return new SpokenSound(frames, synthesizer.sampleRate());
    }

    /** What is still to be read. */
    Duration length() {
        long samples =
                frames.stream().mapToLong(frame -> frame.samples().length).sum();
        return Duration.ofMillis(samples * 1000 / sampleRate);
    }

    @Override
    public int sampleRate() {
        return sampleRate;
    }

    @Override
    public Optional<PcmFrame> next() {
        return Optional.ofNullable(frames.poll());
    }

    @Override
    public void stop() {
        // nothing is captured
    }

    @Override
    public void close() {
        frames.clear();
    }
}
