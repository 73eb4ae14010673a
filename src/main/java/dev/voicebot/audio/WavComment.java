package dev.voicebot.audio;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A comment behind the sound of a WAV file written here: a {@code LIST} chunk, which players show or pass over. */
public final class WavComment {
    private static final int LONGEST = 1000; // bytes
    private static final int DATA_SIZE_AT = 40;
    private static final int CHUNK_HEADER = 20; // LIST, its size, INFO, ICMT, its size
    private static final int ICMT_SIZE_AT = 16;

    private WavComment() {}

    /** The chunk. */
    static byte[] chunk(String comment) {
        byte[] text = (comment + '\0').getBytes(StandardCharsets.US_ASCII);
        int padded = text.length + text.length % 2;
        return ByteBuffer.allocate(CHUNK_HEADER + padded)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("LIST"))
                .putInt(CHUNK_HEADER - 8 + padded)
                .put(ascii("INFOICMT"))
                .putInt(text.length)
                .put(text)
                .array();
    }

    /** The comment of such a file; empty where there is none, or no such file. */
    public static Optional<String> of(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (RandomAccessFile wav = new RandomAccessFile(file.toFile(), "r")) {
            wav.seek(DATA_SIZE_AT);
            long sound = Integer.toUnsignedLong(Integer.reverseBytes(wav.readInt()));
            wav.seek(WavWriter.HEADER_BYTES + sound);
            byte[] bytes = new byte[(int) Math.min(LONGEST, Math.max(0, wav.length() - wav.getFilePointer()))];
            wav.readFully(bytes);
            return text(bytes);
        } catch (IOException e) {
            return Optional.empty(); // no file of ours
        }
    }

    private static Optional<String> text(byte[] chunk) {
        String ascii = new String(chunk, StandardCharsets.US_ASCII);
        if (chunk.length <= CHUNK_HEADER || !ascii.startsWith("LIST") || !ascii.startsWith("INFOICMT", 8)) {
            return Optional.empty();
        }
        int length = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN).getInt(ICMT_SIZE_AT);
        boolean fits = length > 0 && length <= chunk.length - CHUNK_HEADER;
        return fits ? Optional.of(ascii.substring(CHUNK_HEADER, CHUNK_HEADER + length - 1)) : Optional.empty();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
