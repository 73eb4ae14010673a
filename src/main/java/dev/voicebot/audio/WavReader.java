package dev.voicebot.audio;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.files.PrivateFiles;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.FileFault;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads a WAV file or pipe from front to back as mono frames: integers of 8 to 32 bits or 32-bit floats, any number of
 * channels. Where the header's size is unknown or too big, it reads what is there. One thread.
 */
public final class WavReader implements AutoCloseable {
    private static final long UNKNOWN = -1;

    private final InputStream in;
    private final String name;
    private final WavHeader header;
    private final long fileBytes; // UNKNOWN for a pipe
    private long left;

    private WavReader(InputStream in, String name, long fileBytes) throws IOException {
        this.in = in;
        this.name = name;
        this.fileBytes = fileBytes;
        header = WavHeader.read(in, name);
        left = header.dataBytes();
    }

    /**
     * Opens a file and reads its header.
     *
     * @throws AssistantException USAGE when it cannot be read or is no WAV file of a kind known here
     */
    public static WavReader open(Path file) {
        try {
            InputStream in = new BufferedInputStream(PrivateFiles.input(file));
            try {
                return new WavReader(in, file.toString(), Files.isRegularFile(file) ? Files.size(file) : UNKNOWN);
            } catch (IOException | RuntimeException e) {
                in.close();
                throw e;
            }
        } catch (IOException e) {
            throw cannotRead(file.toString(), e);
        }
    }

    /**
     * Reads the header from a stream, which {@link #close} closes.
     *
     * @param name the stream's, for messages: {@code standard input}
     * @throws AssistantException USAGE when it cannot be read or is no WAV of a kind known here
     */
    public static WavReader of(InputStream in, String name) {
        try {
            return new WavReader(new BufferedInputStream(in), name, UNKNOWN);
        } catch (IOException e) {
            throw cannotRead(name, e);
        }
    }

    public int sampleRate() {
        return header.format().sampleRate();
    }

    /** How long all of it is; empty when neither the header nor a file's size tells. */
    public Optional<Duration> length() {
        long bytes = header.dataBytes();
        if (fileBytes != UNKNOWN) {
            bytes = Math.min(bytes, fileBytes - header.offset());
        }
        return bytes == Long.MAX_VALUE
                ? Optional.empty()
                : Optional.of(header.format().duration(bytes));
    }

    /**
     * The next {@code samples}, fewer at the end; empty after it. Blocks while a pipe has nothing.
     *
     * @throws AssistantException USAGE when reading fails
     */
    public Optional<PcmFrame> next(int samples) {
        int bytesPerFrame = header.format().bytesPerFrame();
        int wanted = (int) Math.min(left, (long) samples * bytesPerFrame);
        try {
            byte[] bytes = in.readNBytes(wanted);
            left -= bytes.length;
            int whole = bytes.length - bytes.length % bytesPerFrame;
            return whole == 0
                    ? Optional.empty()
                    : Optional.of(new PcmFrame(header.format().decode(Arrays.copyOf(bytes, whole)), sampleRate()));
        } catch (IOException e) {
            throw cannotRead(name, e);
        }
    }

    /**
     * All that is left, as one frame.
     *
     * @throws AssistantException USAGE when reading fails
     */
    public PcmFrame all() {
        List<short[]> parts = new ArrayList<>();
        int length = 0;
        for (Optional<PcmFrame> part = next(sampleRate()); part.isPresent(); part = next(sampleRate())) {
            parts.add(part.get().samples());
            length += part.get().samples().length;
        }
        ShortBuffer samples = ShortBuffer.allocate(length);
        parts.forEach(samples::put);
        return new PcmFrame(samples.array(), sampleRate());
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw cannotRead(name, e);
        }
    }

    private static AssistantException cannotRead(String name, IOException cause) {
        return FileFault.of(FaultKind.USAGE, tr("Cannot read %s", name), cause);
    }
}
