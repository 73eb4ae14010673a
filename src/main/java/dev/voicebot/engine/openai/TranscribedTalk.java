package dev.voicebot.engine.openai;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Recording;
import dev.voicebot.audio.Resampler;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.recognition.Sentence;
import dev.voicebot.recognition.SoundReader;
import dev.voicebot.recognition.Transcript;
import dev.voicebot.recognition.UtteranceCutter;
import dev.voicebot.recognition.UtteranceCutter.Piece;
import dev.voicebot.service.PassingFault;
import dev.voicebot.service.Retries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One talk: its utterances go to the server one after the other, and the one that is being said whenever nothing waits.
 * One request at a time: servers on one's own machine work on no more. One thread.
 */
final class TranscribedTalk {
    private static final Logger LOG = LoggerFactory.getLogger(TranscribedTalk.class);
    private static final int RATE = 16_000; // what all of these models take
    private static final Duration PATIENCE = Duration.ofMillis(100); // until a cancel is noticed
    private static final Duration SHORTEST_STEP = Duration.ofMillis(700); // between what is asked early

    /** A server that needs longer is not asked early: it would not be done when the talk is. */
    private static final Duration TOO_SLOW = Duration.ofSeconds(2);

    private final Transcriptions server;
    private final Transcriptions.Hints hints;
    private final Consumer<Transcript> updates;
    private final Cancellation cancellation;
    private final UtteranceCutter cutter;
    private final List<Sentence> sentences = new ArrayList<>();
    private Duration step = SHORTEST_STEP; // by which what is being said grows until it is sent again
    private Early early = Early.NONE;

    TranscribedTalk(
            Transcriptions server,
            Transcriptions.Hints hints,
            OpenAiRecognizer.Hearing hearing,
            Consumer<Transcript> updates,
            Cancellation cancellation) {
        this.server = server;
        this.hints = hints;
        this.updates = updates;
        this.cancellation = cancellation;
        this.cutter = new UtteranceCutter(RATE, hearing.detection().detector(RATE, hearing.silence(), false));
    }

    /** What was understood of the first {@code length} of what is being said. */
    private record Early(Duration length, String text) {
        static final Early NONE = new Early(Duration.ZERO, "");

        /** Whether nothing but silence followed. */
        boolean isOf(Piece piece) {
            boolean isWhole = length.compareTo(piece.length().minus(piece.quiet())) >= 0;
            return isWhole && length.compareTo(piece.length()) <= 0 && !text.isEmpty();
        }
    }

    Transcript listen(Recording sound) {
        try (SoundReader reader = new SoundReader(sound)) {
            Resampler resampler = new Resampler(sound.sampleRate(), RATE);
            while (!reader.isAtEnd()) {
                Optional<PcmFrame> frame = reader.next(Duration.ZERO);
                if (frame.isEmpty()) {
                    askEarly();
                    frame = reader.next(PATIENCE);
                }
                cancellation.throwIfCancelled();
                frame.ifPresent(it -> hear(resampler.resample(it.samples())));
            }
            hear(resampler.finish());
        }
        cutter.finish().ifPresent(this::understand);
        cancellation.throwIfCancelled();
        return new Transcript(sentences, "");
    }

    private void hear(short[] samples) {
        if (samples.length > 0) {
            cutter.add(new PcmFrame(samples, RATE)).ifPresent(this::understand);
        }
    }

    /** Asks for what is being said, where it has grown enough; a failure is left to the utterance's end. */
    private void askEarly() {
        Duration length = cutter.openLength();
        if (length.minus(early.length()).compareTo(step) < 0 || step.compareTo(TOO_SLOW.multipliedBy(2)) > 0) {
            return;
        }
        long begin = System.nanoTime();
        try {
            String text = server.of(cutter.open().orElseThrow(), hints, cancellation);
            early = new Early(length, text);
            tell(text);
        } catch (PassingFault e) {
            LOG.debug("not understood early: {}", e.userMessage());
        }
        Duration pause = Duration.ofNanos(System.nanoTime() - begin).multipliedBy(2); // it may rest as long as it works
        step = pause.compareTo(SHORTEST_STEP) > 0 ? pause : SHORTEST_STEP;
    }

    private void understand(Piece piece) {
        String text = early.isOf(piece) ? early.text() : ask(piece);
        early = Early.NONE;
        if (!text.isEmpty()) {
            tell(text);
            sentences.add(new Sentence(text, piece.begin(), piece.end()));
        }
        tell("");
    }

    private String ask(Piece piece) {
        Retries.Tries tries = server.client().parameters().network().retries().begin();
        while (true) {
            try {
                return server.of(piece, hints, cancellation);
            } catch (PassingFault e) {
                tries.awaitNext(e, cancellation);
            }
        }
    }

    private void tell(String unfinished) {
        cancellation.throwIfCancelled();
        updates.accept(new Transcript(sentences, unfinished));
        cancellation.throwIfCancelled();
    }
}
