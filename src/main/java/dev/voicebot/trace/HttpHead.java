package dev.voicebot.trace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The first line of an HTTP/1.1 message and its header fields.
 *
 * @param fields as they came: {@code Name: value}
 */
record HttpHead(String firstLine, List<String> fields) {
    private static final int LARGEST = 64 * 1024; // bytes

    /** Empty when the stream ends before a message begins. */
    static Optional<HttpHead> read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int last = 0; // the last four bytes
        while (last != 0x0d0a0d0a) {
            int next = in.read();
            if (next < 0 && bytes.size() == 0) {
                return Optional.empty();
            }
            if (next < 0 || bytes.size() > LARGEST) {
                throw new IOException("no HTTP message");
            }
            bytes.write(next);
            last = last << 8 | next;
        }
        List<String> lines = Arrays.asList(
                bytes.toString(StandardCharsets.ISO_8859_1).strip().split("\r\n", -1));
        return Optional.of(new HttpHead(lines.get(0), List.copyOf(lines.subList(1, lines.size()))));
    }

    Optional<String> field(String name) {
        return fields.stream()
                .filter(field -> name(field).equals(name))
                .map(field -> field.substring(field.indexOf(':') + 1).strip())
                .findFirst();
    }

    boolean says(String name, String value) {
        return field(name)
                .filter(given -> given.toLowerCase(Locale.ROOT).contains(value))
                .isPresent();
    }

    HttpHead without(Set<String> names) {
        return new HttpHead(
                firstLine,
                fields.stream().filter(field -> !names.contains(name(field))).toList());
    }

    HttpHead with(String field) {
        List<String> more = new ArrayList<>(fields);
        more.add(field);
        return new HttpHead(firstLine, more);
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder(firstLine).append("\r\n");
        fields.forEach(field -> text.append(field).append("\r\n"));
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String name(String field) {
        return field.substring(0, Math.max(0, field.indexOf(':'))).toLowerCase(Locale.ROOT);
    }
}
