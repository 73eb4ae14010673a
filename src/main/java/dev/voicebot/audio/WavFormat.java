package dev.voicebot.audio;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;

/** What the samples of a WAV file look like, as its "fmt " chunk tells. */
record WavFormat(int codec, int channels, int sampleRate, int bytesPerFrame) {
    // WAVE_FORMAT_PCM, _IEEE_FLOAT and _EXTENSIBLE of Windows' mmreg.h; a chunk of PCM is a PCMWAVEFORMAT
    static final int PCM = 1;
    static final int FLOAT = 3;

    private static final int EXTENSIBLE = 0xFFFE;
    private static final int MIN_CHUNK = 16;
    private static final int SUB_FORMAT = 24; // where an extensible chunk keeps the codec
    private static final int MAX_CHANNELS = 64;
    private static final int MAX_RATE = 768_000;

    /** Reads and checks; {@code name} is the file's, for the message. */
    static WavFormat parse(byte[] chunk, String name) {
        if (chunk.length < MIN_CHUNK) {
            throw broken(name, tr("its format chunk has %s bytes", chunk.length));
        }
        ByteBuffer fields = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
        int codec = Short.toUnsignedInt(fields.getShort(0));
        int channels = Short.toUnsignedInt(fields.getShort(2));
        int sampleRate = fields.getInt(4);
        int bytesPerFrame = Short.toUnsignedInt(fields.getShort(12));
        int bits = Short.toUnsignedInt(fields.getShort(14));
        if (codec == EXTENSIBLE && chunk.length >= SUB_FORMAT + 2) {
            codec = Short.toUnsignedInt(fields.getShort(SUB_FORMAT));
        }
        if (codec != PCM && codec != FLOAT) {
            throw unsupported(name, tr("%s in WAV", codecName(codec)));
        }
        if (channels == 0 || channels > MAX_CHANNELS) {
            throw broken(name, tr("%s channels", channels));
        }
        if (sampleRate <= 0 || sampleRate > MAX_RATE) {
            throw broken(name, Integer.toUnsignedString(sampleRate) + " Hz");
        }
        if (bytesPerFrame == 0) {
            bytesPerFrame = channels * ((bits + 7) / 8);
        }
        WavFormat format = new WavFormat(codec, channels, sampleRate, bytesPerFrame);
        format.checkSampleSize(bits, name);
        return format;
    }

    private void checkSampleSize(int bits, String name) {
        boolean known = codec == FLOAT ? bytesPerSample() == 4 : bytesPerSample() >= 1 && bytesPerSample() <= 4;
        if (!known || bytesPerFrame % channels != 0) {
            throw unsupported(
                    name, codec == FLOAT ? tr("%d-bit floating-point WAV", bits) : tr("%d-bit integer WAV", bits));
        }
    }

    /** Mono, 16-bit; {@code bytes} holds whole frames. */
    short[] decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        short[] samples = new short[bytes.length / bytesPerFrame];
        for (int i = 0; i < samples.length; i++) {
            double sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                sum += sample(in);
            }
            long mixed = Math.round(sum / channels);
            samples[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, mixed));
        }
        return samples;
    }

    /** The next sample on a 16-bit scale, not yet rounded. */
    private double sample(ByteBuffer in) {
        if (codec == FLOAT) {
            return in.getFloat() * 32768.0;
        }
        return switch (bytesPerSample()) {
            case 1 -> (Byte.toUnsignedInt(in.get()) - 128) * 256.0;
            case 2 -> in.getShort();
            case 3 -> Byte.toUnsignedInt(in.get()) / 256.0 + in.getShort();
            default -> in.getInt() / 65536.0;
        };
    }

    Duration duration(long dataBytes) {
        return durationOf(dataBytes / bytesPerFrame, sampleRate);
    }

    static Duration durationOf(long samples, int sampleRate) {
        return Samples.length(samples, sampleRate);
    }

    private int bytesPerSample() {
        return bytesPerFrame / channels;
    }

    private static String codecName(int codec) {
        return switch (codec) {
            case 0x02 -> "Microsoft ADPCM";
            case 0x06 -> "A-law";
            case 0x07 -> "µ-law";
            case 0x11 -> "IMA ADPCM";
            case 0x31 -> "GSM";
            case 0x50 -> "MPEG audio";
            case 0x55 -> "MP3";
            case 0xFF -> "AAC";
            case 0x161 -> "WMA";
            default -> tr("codec 0x%04X", codec);
        };
    }

    static AssistantException unsupported(String name, String what) {
        return new AssistantException(
                FaultKind.USAGE,
                tr(
                        "%s is %s, which voicebot cannot read. Install ffmpeg, or convert it with `ffmpeg -i … -ar"
                                + " 16000 out.wav`.",
                        name, what));
    }

    static AssistantException broken(String name, String why) {
        return new AssistantException(
                FaultKind.USAGE, tr("%s is a broken WAV file (%s). Try `ffmpeg -i … -ar 16000 out.wav`.", name, why));
    }
}
