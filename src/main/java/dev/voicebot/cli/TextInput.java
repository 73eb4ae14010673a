package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Text from a file or a pipe, as it arrives: UTF-8, UTF-16 with a byte order mark, and GB18030 where that fits. Anything
 * else is refused before a service is paid for it. Methods throw {@link AssistantException} USAGE when it is no text.
 */
final class TextInput extends Reader {
    /** Characters that are held at once, where all of a text or of a line is needed. */
    static final int MOST = 1_000_000;

    private static final int BUFFER = 8192; // bytes
    private static final int MARK = 3; // bytes of the longest byte order mark
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final InputStream in;
    private final String name;
    private final Consumer<String> tell;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private CharsetDecoder decoder = strict(StandardCharsets.UTF_8);
    private boolean begun;
    private boolean ended;
    private boolean isAscii = true; // so far
    private boolean mayBeGb18030 = true;

    /**
     * Reads nothing yet.
     *
     * @param name for messages: a file's, or {@code standard input}
     * @param tell receives a line when the text is read in another encoding than UTF-8
     */
    TextInput(InputStream in, String name, Consumer<String> tell) {
        this.in = in;
        this.name = name;
        this.tell = tell;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        begin();
        CharBuffer chars = CharBuffer.wrap(target, offset, length);
        while (chars.position() == offset) {
            CoderResult result = decoder.decode(bytes, chars, ended);
            if (chars.position() > offset) {
                break;
            }
            if (result.isError()) {
                if (ended && !isAscii && bytes.remaining() < 4 && !mayBeGb18030) {
                    return -1; // a character that was cut in two, as by head -c
                }
                readOnAsGb18030();
            } else if (ended) {
                return -1;
            } else {
                fill();
            }
        }
        look(target, offset, chars.position());
        return chars.position() - offset;
    }

    /** All of it. */
    String readAll() throws IOException {
        StringBuilder all = new StringBuilder();
        char[] piece = new char[BUFFER];
        for (int count = read(piece); count >= 0; count = read(piece)) {
            all.append(piece, 0, count);
            if (all.length() > MOST) {
                throw tooLong(name);
            }
        }
        return all.toString();
    }

    /** Checks all of it, and gives its length in characters. */
    long skipAll() throws IOException {
        char[] piece = new char[BUFFER];
        long length = 0;
        for (int count = read(piece); count >= 0; count = read(piece)) {
            length += count;
        }
        return length;
    }

    static AssistantException tooLong(String what) {
        return new AssistantException(
                FaultKind.USAGE,
                tr("%s is longer than %,d characters. Give a part of it, for example with head -c.", what, MOST));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void begin() throws IOException {
        if (begun) {
            return;
        }
        begun = true;
        fill();
        while (!ended && bytes.remaining() < MARK && mayBeMark(bytes.get(0) & 0xff)) {
            fill();
        }
        if (startsWith(0xef, 0xbb, 0xbf)) {
            startAt(MARK, StandardCharsets.UTF_8);
        } else if (startsWith(0xff, 0xfe)) {
            startAt(2, StandardCharsets.UTF_16LE);
        } else if (startsWith(0xfe, 0xff)) {
            startAt(2, StandardCharsets.UTF_16BE);
        }
    }

    private static boolean mayBeMark(int first) {
        return first == 0xef || first >= 0xfe;
    }

    private boolean startsWith(int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.remaining() <= i || (bytes.get(i) & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private void startAt(int position, Charset charset) {
        bytes.position(position);
        decoder = strict(charset);
        mayBeGb18030 = false;
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + count);
        }
        bytes.flip();
    }

    private void look(char[] chars, int from, int to) {
        for (int i = from; i < to; i++) {
            if (chars[i] == 0) {
                throw noText(tr("it contains NUL bytes"));
            }
            isAscii &= chars[i] < 0x80;
        }
        mayBeGb18030 &= isAscii;
    }

    private void readOnAsGb18030() {
        if (!mayBeGb18030 || !looksChinese(bytes.duplicate())) {
            throw noText(tr("it is neither UTF-8 nor GB18030"));
        }
        decoder = strict(GB18030);
        mayBeGb18030 = false;
        tell.accept(tr("%s is not UTF-8. Reading it as GB18030.", name));
    }

    /** Latin-1 decodes as GB18030, too, but pairs its accented letters with ASCII, which Chinese text rarely does. */
    private static boolean looksChinese(ByteBuffer bytes) {
        int pairs = 0;
        int common = 0; // both bytes above ASCII
        while (bytes.remaining() > 1) {
            if ((bytes.get() & 0x80) != 0) {
                pairs++;
                common += (bytes.get() & 0xff) >= 0xa1 ? 1 : 0;
            }
        }
        return pairs > 0 && common * 4 >= pairs * 3;
    }

    private AssistantException noText(String why) {
        return new AssistantException(
                FaultKind.USAGE, tr("%s is not text: %s. Convert it to UTF-8, for example with iconv.", name, why));
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
