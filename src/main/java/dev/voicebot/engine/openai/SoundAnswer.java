package dev.voicebot.engine.openai;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Resampler;
import dev.voicebot.audio.SampleAssembler;
import dev.voicebot.audio.WavReader;
import dev.voicebot.outcome.AssistantException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The sound that a server answers with: bare samples, or a WAV file where it knows nothing else, whose header tells the
 * rate. What it is called is not believed: servers label samples as MP3, and errors as sound. One thread.
 */
final class SoundAnswer {
    private static final int PIECE = 4096; // bytes
    private static final int MOST_WORDS = 4096; // bytes
    private static final int BEGINNING = 2048; // bytes that are looked at: more than a frame of MP3
    private static final int PIECES_PER_SECOND = 20; // of a WAV file

    private final InputStream body;
    private final String type;
    private final int sampleRate;
    private Optional<String> words = Optional.empty();

    /** {@code type} is what the server calls it; {@code sampleRate} is that of bare samples, and of every frame. */
    SoundAnswer(InputStream body, String type, int sampleRate) {
        this.body = new BufferedInputStream(body, BEGINNING);
        this.type = type;
        this.sampleRate = sampleRate;
    }

    /** Hands the sound on as it comes; blocks until all of it has come. */
    void read(Consumer<PcmFrame> frames) throws IOException {
        SoundKind kind = SoundKind.of(beginning());
        if (kind == SoundKind.WAV) {
            readFile(frames);
        } else if (kind == SoundKind.WORDS) {
            words = Optional.of(ServerError.inText(new String(body.readNBytes(MOST_WORDS), StandardCharsets.UTF_8))
                    .message());
        } else if (kind == SoundKind.OTHER) {
            words = Optional.of("it sends " + (type.isEmpty() ? "compressed sound" : type) + " instead of PCM or WAV");
        } else {
            readSamples(frames);
        }
    }

    /** What came instead of sound. */
    Optional<String> words() {
        return words;
    }

    /** What has come at once, and four bytes at least: the first sentence must not wait for more. */
    private byte[] beginning() throws IOException {
        body.mark(BEGINNING);
        byte[] first = body.readNBytes(4);
        byte[] more = body.readNBytes(Math.min(body.available(), BEGINNING - first.length));
        body.reset();
        byte[] beginning = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, beginning, first.length, more.length);
        return beginning;
    }

    private void readSamples(Consumer<PcmFrame> frames) throws IOException {
        SampleAssembler assembler = new SampleAssembler(sampleRate);
        byte[] piece = new byte[PIECE];
        for (int count = body.read(piece); count >= 0; count = body.read(piece)) {
            assembler.add(ByteBuffer.wrap(piece, 0, count)).ifPresent(frames);
        }
    }

    private void readFile(Consumer<PcmFrame> frames) throws IOException {
        try {
            readWav(frames);
        } catch (AssistantException e) {
            throw new IOException(e); // of the connection, or of what the server made of the file
        }
    }

    private void readWav(Consumer<PcmFrame> frames) {
        WavReader wav = WavReader.of(body, "the server's WAV");
        Resampler resampler = new Resampler(wav.sampleRate(), sampleRate);
        int length = wav.sampleRate() / PIECES_PER_SECOND;
        for (Optional<PcmFrame> frame = wav.next(length); frame.isPresent(); frame = wav.next(length)) {
            handOn(resampler.resample(frame.get().samples()), frames);
        }
        handOn(resampler.finish(), frames);
    }

    private void handOn(short[] samples, Consumer<PcmFrame> frames) {
        if (samples.length > 0) {
            frames.accept(new PcmFrame(samples, sampleRate));
        }
    }
}
