package dev.voicebot.audio;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/**
 * Writes a RIFF/WAVE file of 16-bit mono PCM whose header is right after every frame, so that the file is whole
 * whenever the program dies. One thread.
 */
public final class WavWriter implements AutoCloseable {
    static final int HEADER_BYTES = 44;
    private static final long MAX_BYTES = 0xFFFFFFFFL - HEADER_BYTES; // a RIFF size has 32 bits

    private final Path file;
    private final FileChannel channel;
    private final int sampleRate;
    private long bytes;

    private WavWriter(Path file, FileChannel channel, int sampleRate) {
        this.file = file;
        this.channel = channel;
        this.sampleRate = sampleRate;
    }

    /**
     * Begins a new file.
     *
     * @throws java.nio.file.FileAlreadyExistsException when there is one already: it is never overwritten
     */
    public static WavWriter create(Path file, int sampleRate) throws IOException {
        return open(file, sampleRate, StandardOpenOption.CREATE_NEW);
    }

    /** Begins the file anew if it exists. */
    public static WavWriter replace(Path file, int sampleRate) {
        if (Files.isDirectory(file)) {
            throw new AssistantException(FaultKind.USAGE, file + " is a folder: name a file");
        }
        try {
            return open(file, sampleRate, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw new AssistantException(FaultKind.FAILED, "cannot write " + file + ": " + reason(e), e);
        }
    }

    private static WavWriter open(Path file, int sampleRate, OpenOption... how) throws IOException {
        OpenOption[] options = new OpenOption[how.length + 1];
        System.arraycopy(how, 0, options, 0, how.length);
        options[how.length] = StandardOpenOption.WRITE;
        WavWriter writer = new WavWriter(file, FileChannel.open(file, options), sampleRate);
        writer.write(new PcmFrame(new short[0], sampleRate));
        return writer;
    }

    /** Appends a frame, which must have the file's sample rate. */
    public void write(PcmFrame frame) {
        if (frame.sampleRate() != sampleRate) {
            throw new IllegalArgumentException("the file has " + sampleRate + " Hz, the frame " + frame.sampleRate());
        }
        byte[] sound = frame.littleEndian();
        if (bytes + sound.length > MAX_BYTES) {
            throw new AssistantException(FaultKind.FAILED, file + " is full: a WAV file holds 4 GB");
        }
        try {
            writeAt(ByteBuffer.wrap(sound), HEADER_BYTES + bytes);
            bytes += sound.length;
            writeAt(header(), 0);
        } catch (IOException e) {
            throw new AssistantException(FaultKind.FAILED, "cannot write " + file + ": " + reason(e), e);
        }
    }

    public Path file() {
        return file;
    }

    public Duration length() {
        return Duration.ofNanos(bytes / PcmFrame.BYTES_PER_SAMPLE * 1_000_000_000L / sampleRate);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new AssistantException(FaultKind.FAILED, "cannot write " + file + ": " + reason(e), e);
        }
    }

    private void writeAt(ByteBuffer buffer, long position) throws IOException {
        long at = position;
        while (buffer.hasRemaining()) {
            at += channel.write(buffer, at);
        }
    }

    private ByteBuffer header() {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt((int) (HEADER_BYTES - 8 + bytes)).put(ascii("WAVE"));
        header.put(ascii("fmt ")).putInt(16);
        header.putShort((short) 1).putShort((short) 1); // PCM, mono
        header.putInt(sampleRate).putInt(sampleRate * PcmFrame.BYTES_PER_SAMPLE);
        header.putShort((short) PcmFrame.BYTES_PER_SAMPLE).putShort((short) 16);
        header.put(ascii("data")).putInt((int) bytes);
        return header.flip();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + " " + e.getMessage();
    }
}
