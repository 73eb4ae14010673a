package dev.voicebot.audio;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.files.PrivateFiles;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.FileFault;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/**
 * Writes 16-bit mono WAV as the sound comes. The header is right after every frame, so whenever the process dies a
 * valid file is left. One thread. Every method throws {@link AssistantException} FAILED when the file cannot be written.
 */
public final class WavWriter implements AutoCloseable {
    static final int HEADER_BYTES = 44;
    private static final int RIFF_SIZE_AT = 4;
    private static final int RATE_AT = 24;
    private static final int DATA_SIZE_AT = 40;

    static final long UNKNOWN_LENGTH = 0x7FFF_FFFFL; // what programs write, and readers take as "to the end"

    private static final long MAX_SIZE = 0xFFFF_FFFFL; // the header's fields end here; readers take it as "to the end"

    // Not a FileChannel: that one closes itself when its thread is interrupted.
    private final RandomAccessFile out;
    private final Path file;
    private final int sampleRate;
    private final boolean madeHere;
    private long dataBytes;

    private WavWriter(Path file, int sampleRate, boolean madeHere) throws IOException {
        this.out = new RandomAccessFile(file.toFile(), "rw");
        this.file = file;
        this.sampleRate = sampleRate;
        this.madeHere = madeHere;
    }

    /**
     * A new file that only its owner may read.
     *
     * @throws AssistantException FAILED, with a {@link java.nio.file.FileAlreadyExistsException} as its cause when the
     *     file exists: it is never overwritten
     */
    public static WavWriter createNew(Path file, int sampleRate) {
        try {
            PrivateFiles.create(file);
            WavWriter writer = new WavWriter(file, sampleRate, true);
            writer.writeHeader();
            return writer;
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    /** The file that the user named; what it held stays until the first frame is written. */
    public static WavWriter replace(Path file, int sampleRate) {
        try {
            boolean isNew = Files.notExists(file);
            if (isNew) {
                PrivateFiles.create(file);
            }
            return new WavWriter(file, sampleRate, isNew);
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    /**
     * Makes the header of a file written here tell all of the sound behind it, as it may not where the program was
     * killed; half a sample at the end goes.
     *
     * @return whether there was something to mend; false for a WAV file of another kind
     * @throws AssistantException FAILED when the file cannot be read or written
     */
    public static boolean mend(Path file) {
        try (RandomAccessFile wav = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] header = new byte[HEADER_BYTES];
            long sound = (wav.length() - HEADER_BYTES) / PcmFrame.BYTES_PER_SAMPLE * PcmFrame.BYTES_PER_SAMPLE;
            if (sound < 0 || sound > MAX_SIZE - HEADER_BYTES || wav.read(header) < HEADER_BYTES) {
                return false;
            }
            ByteBuffer fields = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
            int sampleRate = fields.getInt(RATE_AT);
            long told = Integer.toUnsignedLong(fields.getInt(DATA_SIZE_AT));
            if (told == sound || !Arrays.equals(header, header(sampleRate, told))) {
                return false;
            }
            wav.seek(0);
            wav.write(header(sampleRate, sound));
            wav.setLength(HEADER_BYTES + sound);
            return true;
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    /**
     * Goes on writing a file of ours after so many samples; what it held behind them is dropped.
     *
     * @throws AssistantException FAILED also when it holds fewer
     */
    public static WavWriter continueAfter(long samples, Path file, int sampleRate) {
        try {
            WavWriter writer = new WavWriter(file, sampleRate, false);
            writer.keep(samples * PcmFrame.BYTES_PER_SAMPLE);
            return writer;
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    public void write(PcmFrame frame) {
        if (frame.sampleRate() != sampleRate) {
            throw new IllegalArgumentException("expected " + sampleRate + " Hz, got " + frame.sampleRate());
        }
        byte[] bytes = frame.littleEndian();
        try {
            if (dataBytes == 0) {
                dropOldContent();
            }
            out.seek(HEADER_BYTES + dataBytes);
            out.write(bytes);
            dataBytes += bytes.length;
            writeHeader();
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    /** Writes a comment in ASCII behind the sound, which is whole: see {@link WavComment}. */
    public void comment(String text) {
        byte[] chunk = WavComment.chunk(text);
        if (HEADER_BYTES + dataBytes + chunk.length > MAX_SIZE) {
            return;
        }
        try {
            out.seek(HEADER_BYTES + dataBytes);
            out.write(chunk);
            out.seek(RIFF_SIZE_AT);
            out.writeInt(Integer.reverseBytes((int) (HEADER_BYTES - 8 + dataBytes + chunk.length)));
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    public Path file() {
        return file;
    }

    public long samples() {
        return dataBytes / PcmFrame.BYTES_PER_SAMPLE;
    }

    public Duration length() {
        return WavFormat.durationOf(dataBytes / PcmFrame.BYTES_PER_SAMPLE, sampleRate);
    }

    /** A file that was made here and got no sound is removed. */
    @Override
    public void close() {
        try {
            out.close();
            if (dataBytes == 0 && madeHere) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    private void keep(long bytes) throws IOException {
        if (out.length() < HEADER_BYTES + bytes) {
            out.close();
            throw new EOFException();
        }
        out.setLength(HEADER_BYTES + bytes);
        dataBytes = bytes;
        writeHeader();
    }

    private void dropOldContent() throws IOException {
        writeHeader();
        if (out.length() > HEADER_BYTES) { // a device such as /dev/null has no length to set
            out.setLength(HEADER_BYTES);
        }
    }

    private void writeHeader() throws IOException {
        out.seek(0);
        out.write(header(sampleRate, dataBytes));
    }

    /** What stands before the samples in a pipe, where nobody knows yet how many there will be. */
    public static byte[] headerOfUnknownLength(int sampleRate) {
        return header(sampleRate, UNKNOWN_LENGTH);
    }

    static byte[] header(int sampleRate, long dataBytes) {
        return ByteBuffer.allocate(HEADER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt((int)
                        Math.min(dataBytes == UNKNOWN_LENGTH ? UNKNOWN_LENGTH : MAX_SIZE, dataBytes + HEADER_BYTES - 8))
                .put(ascii("WAVEfmt "))
                .putInt(16)
                .putShort((short) WavFormat.PCM)
                .putShort((short) 1)
                .putInt(sampleRate)
                .putInt(sampleRate * PcmFrame.BYTES_PER_SAMPLE)
                .putShort((short) PcmFrame.BYTES_PER_SAMPLE)
                .putShort((short) (8 * PcmFrame.BYTES_PER_SAMPLE))
                .put(ascii("data"))
                .putInt((int) Math.min(MAX_SIZE, dataBytes))
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static AssistantException cannotWrite(Path file, IOException cause) {
        return FileFault.of(FaultKind.FAILED, tr("Cannot write %s", file), cause);
    }
}
