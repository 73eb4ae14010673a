package dev.voicebot.audio;

import static dev.voicebot.text.Messages.tr;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the sound of a WAV file.
 *
 * @param offset where the sound begins
 * @param dataBytes how long it says it is; {@link Long#MAX_VALUE} when it does not know
 */
record WavHeader(WavFormat format, long offset, long dataBytes) {
    /** Sizes that programs write when they cannot know the length yet. */
    private static final Set<Long> UNKNOWN_SIZES = Set.of(0L, 0x7FFF_FFFFL, 0xFFFF_FFFFL);

    private static final int RIFF_BYTES = 12;
    private static final int MAX_FORMAT_BYTES = 4096;

    /** Reads up to the first sample. */
    static WavHeader read(InputStream in, String name) throws IOException {
        checkKind(in.readNBytes(RIFF_BYTES), name);
        try {
            return readChunks(in, name);
        } catch (EOFException e) {
            throw WavFormat.broken(name, tr("it ends before the audio begins"));
        }
    }

    private static WavHeader readChunks(InputStream in, String name) throws IOException {
        WavFormat format = null;
        long position = RIFF_BYTES;
        while (true) {
            byte[] start = readFully(in, 8);
            String id = text(start, 0, 4);
            long size = Integer.toUnsignedLong(
                    ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getInt(4));
            position += start.length;
            if (id.equals("data")) {
                return new WavHeader(
                        checked(format, name), position, UNKNOWN_SIZES.contains(size) ? Long.MAX_VALUE : size);
            }
            long padding = size % 2;
            if (id.equals("fmt ") && size <= MAX_FORMAT_BYTES) {
                format = WavFormat.parse(readFully(in, (int) size), name);
                in.skipNBytes(padding);
            } else {
                in.skipNBytes(size + padding);
            }
            position += size + padding;
        }
    }

    private static WavFormat checked(@Nullable WavFormat format, String name) {
        if (format == null) {
            throw WavFormat.broken(name, tr("its format is missing"));
        }
        return format;
    }

    private static void checkKind(byte[] start, String name) {
        if (start.length == 0) {
            throw WavFormat.unsupported(name, tr("empty"));
        }
        String id = text(start, 0, 4);
        boolean riff = id.equals("RIFF") || id.equals("RF64");
        if (!riff || !text(start, 8, 4).equals("WAVE")) {
            throw WavFormat.unsupported(name, kindOf(start));
        }
    }

    private static String kindOf(byte[] start) {
        String id = text(start, 0, 4);
        if (id.startsWith("ID3") || (start.length > 1 && start[0] == (byte) 0xFF && (start[1] & 0xE0) == 0xE0)) {
            return tr("an MP3 file");
        }
        if (text(start, 4, 4).equals("ftyp")) {
            return tr("an MP4 file");
        }
        return switch (id) {
            case "OggS" -> tr("an Ogg file");
            case "fLaC" -> tr("a FLAC file");
            case "FORM" -> tr("an AIFF file");
            default -> tr("not a WAV file");
        };
    }

    private static byte[] readFully(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private static String text(byte[] bytes, int from, int length) {
        int start = Math.min(from, bytes.length);
        return new String(bytes, start, Math.min(length, bytes.length - start), StandardCharsets.ISO_8859_1);
    }
}
