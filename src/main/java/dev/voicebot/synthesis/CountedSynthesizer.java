package dev.voicebot.synthesis;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/** A voice that tells how many characters of each reply are billed, by the service's count where it gives one. */
public final class CountedSynthesizer implements SpeechSynthesizer {
    private final SpeechSynthesizer synthesizer;
    private final LongConsumer counted;

    /** {@code counted} is told when a stream is closed, on its thread; not of one without text, or that was refused. */
    public CountedSynthesizer(SpeechSynthesizer synthesizer, LongConsumer counted) {
        this.synthesizer = synthesizer;
        this.counted = counted;
    }

    @Override
    public int sampleRate() {
        return synthesizer.sampleRate();
    }

    @Override
    public SpeechStream open(Voice voice, SpeechListener frames, Cancellation cancellation) {
        return new Counted(synthesizer.open(voice, frames, cancellation));
    }

    @Override
    public void close() {
        synthesizer.close();
    }

    private final class Counted implements SpeechStream {
        private final SpeechStream stream;
        private long characters;
        private boolean isRefused;

        Counted(SpeechStream stream) {
            this.stream = stream;
        }

        @Override
        public void write(String text) {
            characters += BilledCharacters.of(text);
            unlessRefused(() -> stream.write(text));
        }

        @Override
        public void finish() {
            unlessRefused(stream::finish);
        }

        private void unlessRefused(Runnable work) {
            try {
                work.run();
            } catch (AssistantException e) {
                isRefused |= e.kind().isRefusal();
                throw e;
            }
        }

        @Override
        public OptionalLong billedCharacters() {
            return stream.billedCharacters();
        }

        @Override
        public Optional<SpokenBy> spokenBy() {
            return stream.spokenBy();
        }

        @Override
        public void close() {
            if (characters > 0 && !(isRefused && billedCharacters().isEmpty())) {
                counted.accept(billedCharacters().orElse(characters));
                characters = 0;
            }
            stream.close();
        }
    }
}
