package dev.voicebot.engine.openai;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** What an answer is by its first bytes. */
enum SoundKind {
    WAV,
    /** Compressed: MP3, AAC, Ogg, FLAC. */
    OTHER,
    /** An error, or a web page. */
    WORDS,
    SAMPLES;

    private static final int LEAST_TEXT = 8; // bytes
    private static final int[] KILOBITS = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] KILOBITS_LOW = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] RATES = {44_100, 48_000, 32_000};

    static SoundKind of(byte[] beginning) {
        String text = new String(beginning, StandardCharsets.ISO_8859_1);
        if (text.startsWith("RIFF")) {
            return WAV;
        }
        if (text.matches("(?s)(ID3|OggS|fLaC|....ftyp|\u001aE\u00df\u00a3).*")
                || isMp3(beginning)
                || isAac(beginning)) {
            return OTHER;
        }
        return isText(beginning) ? WORDS : SAMPLES;
    }

    /** Samples may begin as a frame does; that another follows where the first says so is no accident. */
    private static boolean isMp3(byte[] bytes) {
        int length = mp3FrameLength(bytes);
        return length > 0 && (length + 1 >= bytes.length || isSync(bytes, length));
    }

    private static int mp3FrameLength(byte[] bytes) {
        if (bytes.length < 4 || !isSync(bytes, 0)) {
            return 0;
        }
        int version = bytes[1] >> 3 & 3; // 3: MPEG 1, 2: MPEG 2, 0: MPEG 2.5
        int layer = bytes[1] >> 1 & 3; // 1: layer III
        int bitrate = bytes[2] >> 4 & 15;
        int rate = bytes[2] >> 2 & 3;
        if (version == 1 || layer != 1 || bitrate == 0 || bitrate == 15 || rate == 3) {
            return 0;
        }
        int hertz = RATES[rate] >> (version == 3 ? 0 : version == 2 ? 1 : 2);
        int kilobits = version == 3 ? KILOBITS[bitrate] : KILOBITS_LOW[bitrate];
        return (version == 3 ? 144 : 72) * kilobits * 1000 / hertz + (bytes[2] >> 1 & 1);
    }

    /** ADTS. */
    private static boolean isAac(byte[] bytes) {
        if (bytes.length < 7 || !isSync(bytes, 0) || (bytes[1] & 0xF6) != 0xF0) {
            return false;
        }
        int length = (bytes[3] & 3) << 11 | (bytes[4] & 0xFF) << 3 | (bytes[5] & 0xFF) >> 5;
        return length >= 7 && length + 1 < bytes.length && isSync(bytes, length);
    }

    private static boolean isSync(byte[] bytes, int at) {
        return bytes[at] == (byte) 0xFF && (bytes[at + 1] & 0xE0) == 0xE0;
    }

    /** JSON, a page or words: nothing but characters, of which a sample has some that no text has. */
    private static boolean isText(byte[] bytes) {
        if (bytes.length < LEAST_TEXT) {
            return false;
        }
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes), text, false); // the last character may be cut
        return !result.isError() && text.flip().chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t');
    }
}
