package dev.voicebot.audio;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads RIFF/WAVE from a stream, pipes too: PCM of 8, 16, 24 or 32 bits or 32-bit float, any rate, any number of
 * channels (mixed to one). Sizes in the header are not trusted: what is there is read. One thread.
 */
public final class WavReader implements AutoCloseable {
    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final long UNKNOWN_SIZE = 0x7FFFFFFFL; // and above, or zero: written by a pipe that could not know

    private final InputStream bytes;
    private final Layout layout;
    private long left; // bytes of sound still to come, by the header

    private WavReader(InputStream bytes, Layout layout, long left) {
        this.bytes = bytes;
        this.layout = layout;
        this.left = left;
    }

    /** Reads the header; {@code name} is for error messages. Closing the reader closes {@code source}. */
    public static WavReader open(InputStream source, String name) {
        DataInputStream in = new DataInputStream(source);
        try {
            String riff = tag(in);
            in.skipNBytes(4);
            if (!riff.equals("RIFF") || !tag(in).equals("WAVE")) {
                throw unreadable(name, "is not a WAV file");
            }
            return openAtSound(in, name);
        } catch (EOFException e) {
            throw unreadable(name, "is not a WAV file: it ends in its header", e);
        } catch (IOException e) {
            throw unreadable(name, "cannot be read: " + e.getMessage(), e);
        }
    }

    private static WavReader openAtSound(DataInputStream in, String name) throws IOException {
        Optional<Layout> layout = Optional.empty();
        while (true) {
            String tag = tag(in);
            long size = Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
            if (tag.equals("data")) {
                Layout found = layout.orElseThrow(() -> unreadable(name, "is a WAV file without a format"));
                return new WavReader(in, found, size == 0 || size >= UNKNOWN_SIZE ? Long.MAX_VALUE : size);
            }
            if (tag.equals("fmt ")) {
                byte[] format = new byte[Math.toIntExact(Math.min(size, 64))];
                in.readFully(format);
                in.skipNBytes(size - format.length + size % 2);
                layout = Optional.of(Layout.of(format, name));
            } else {
                in.skipNBytes(size + size % 2);
            }
        }
    }

    public int sampleRate() {
        return layout.sampleRate;
    }

    /** Up to {@code samples} of the sound, fewer only at its end; empty after it. */
    public Optional<PcmFrame> read(int samples) {
        try {
            long wanted = Math.min((long) samples * layout.blockBytes, left);
            byte[] block = bytes.readNBytes((int) wanted);
            left = block.length < wanted ? 0 : left - block.length;
            int whole = block.length / layout.blockBytes;
            return whole == 0 ? Optional.empty() : Optional.of(layout.mono(block, whole));
        } catch (IOException e) {
            throw new AssistantException(FaultKind.USAGE, "the sound cannot be read on: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException e) {
            throw new AssistantException(FaultKind.FAILED, "the sound cannot be closed: " + e.getMessage(), e);
        }
    }

    private static String tag(DataInputStream in) throws IOException {
        byte[] tag = new byte[4];
        in.readFully(tag);
        return new String(tag, StandardCharsets.ISO_8859_1);
    }

    private static AssistantException unreadable(String name, String what) {
        return unreadable(name, what, null);
    }

    private static AssistantException unreadable(String name, String what, @Nullable Exception cause) {
        String advice = "; make one with: ffmpeg -i INPUT -ar 16000 -ac 1 out.wav";
        return new AssistantException(FaultKind.USAGE, name + " " + what + advice, cause);
    }

    /** How samples lie in the bytes. */
    private record Layout(boolean floating, int channels, int sampleRate, int sampleBytes, int blockBytes) {

        static Layout of(byte[] chunk, String name) {
            if (chunk.length < 16) {
                throw unreadable(name, "is a WAV file with a broken format");
            }
            ByteBuffer format = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
            int codec = Short.toUnsignedInt(format.getShort(0));
            if (codec == EXTENSIBLE && chunk.length >= 26) {
                codec = Short.toUnsignedInt(format.getShort(24)); // the first bytes of the sub-format's GUID
            }
            int bits = Short.toUnsignedInt(format.getShort(14));
            boolean known = (codec == PCM && (bits == 8 || bits == 16 || bits == 24 || bits == 32))
                    || (codec == FLOAT && bits == 32);
            int channels = Short.toUnsignedInt(format.getShort(2));
            int rate = format.getInt(4);
            if (!known || channels == 0 || rate <= 0) {
                throw unreadable(name, "holds " + codecName(codec) + " of " + bits + " bits, not plain PCM");
            }
            return new Layout(codec == FLOAT, channels, rate, bits / 8, bits / 8 * channels);
        }

        private static String codecName(int codec) {
            return switch (codec) {
                case PCM -> "PCM";
                case FLOAT -> "floating point";
                case 0x0002, 0x0011 -> "ADPCM";
                case 0x0006 -> "A-law";
                case 0x0007 -> "µ-law";
                case 0x0050, 0x0055 -> "MP3";
                default -> "codec " + codec;
            };
        }

        PcmFrame mono(byte[] block, int count) {
            ByteBuffer buffer = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
            short[] samples = new short[count];
            for (int i = 0; i < count; i++) {
                float sum = 0;
                for (int channel = 0; channel < channels; channel++) {
                    sum += sample(buffer, i * blockBytes + channel * sampleBytes);
                }
                samples[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sum / channels)));
            }
            return new PcmFrame(samples, sampleRate);
        }

        /** On the scale of 16 bits. */
        private float sample(ByteBuffer buffer, int at) {
            return switch (sampleBytes) {
                case 1 -> (Byte.toUnsignedInt(buffer.get(at)) - 128) * 256f;
                case 2 -> buffer.getShort(at);
                case 3 -> ((buffer.get(at + 2) << 16) | (buffer.getShort(at) & 0xFFFF)) / 256f;
                default -> floating ? buffer.getFloat(at) * 32768f : buffer.getInt(at) / 65536f;
            };
        }
    }
}
