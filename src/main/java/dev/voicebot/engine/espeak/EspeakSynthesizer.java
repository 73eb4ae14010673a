package dev.voicebot.engine.espeak;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.synthesis.KnownVoice;
import dev.voicebot.synthesis.SpeechListener;
import dev.voicebot.synthesis.SpeechStream;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.Voice;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks without a key or a network. A voice's name may be empty (English or Mandarin, by what the text is), a variant
 * of that such as {@code +f3}, or the name of an espeak-ng voice such as {@code en-gb} or {@code cmn+f3}. Any number of
 * these objects may be used at once.
 */
public final class EspeakSynthesizer implements SpeechSynthesizer {
    private static final Logger log = LoggerFactory.getLogger(EspeakSynthesizer.class);

    private final Path cacheFolder;

    /** The library is unpacked below {@code cacheFolder}, once. */
    public EspeakSynthesizer(Path cacheFolder) {
        this.cacheFolder = cacheFolder;
    }

    /** Gets the library ready behind the caller's back; a failure is told by the first reply. */
    public void warm() {
        Espeak.execute(() -> {
            try {
                Espeak.load(cacheFolder);
            } catch (AssistantException e) {
                log.warn("embedded speech is not ready", e);
            }
        });
    }

    /** The voices there are. Blocks: unpacks the library where that has not been done. */
    public List<KnownVoice> voices() {
        return EspeakVoices.in(data());
    }

    /** The folder with espeak's data, which others need that speak by it. Blocks as {@link #voices} does. */
    public Path data() {
        return EspeakLibrary.unpackInto(cacheFolder, EspeakPlatform.current()).data();
    }

    @Override
    public int sampleRate() {
        return Espeak.SAMPLE_RATE;
    }

    @Override
    public SpeechStream open(Voice voice, SpeechListener frames, Cancellation cancellation) {
        EspeakStream stream = new EspeakStream(cacheFolder, voice, frames);
        stream.start(cancellation);
        return stream;
    }

    /** Nothing to give back: the library stays for the process. */
    @Override
    public void close() {}
}
