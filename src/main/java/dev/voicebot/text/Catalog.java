package dev.voicebot.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The translations of one gettext file ({@code .po}): of its grammar, what a language without plurals needs. */
public record Catalog(List<Entry> entries) {
    /** A text in English and in the other language; {@code plural} is empty where English has none. */
    public record Entry(String english, String plural, String translation) {}

    public static Catalog read(String resource) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Catalog.class.getResourceAsStream(resource)), StandardCharsets.UTF_8))) {
            return of(lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Catalog of(List<String> lines) {
        List<Map<String, StringBuilder>> blocks = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            int quote = line.indexOf('"');
            if (line.startsWith("#") || quote < 0) {
                continue;
            }
            String keyword = line.substring(0, quote).strip();
            if (!keyword.isEmpty()) {
                if (keyword.equals("msgid")) {
                    blocks.add(new LinkedHashMap<>());
                }
                text = new StringBuilder();
                blocks.get(blocks.size() - 1).put(keyword, text);
            }
            text.append(unescaped(line.substring(quote + 1, line.lastIndexOf('"'))));
        }
        return new Catalog(blocks.stream().skip(1).map(Catalog::entry).toList()); // the first one is the header
    }

    private static Entry entry(Map<String, StringBuilder> block) {
        StringBuilder none = new StringBuilder();
        return new Entry(
                block.getOrDefault("msgid", none).toString(),
                block.getOrDefault("msgid_plural", none).toString(),
                block.getOrDefault("msgstr", block.getOrDefault("msgstr[0]", none))
                        .toString());
    }

    private static String unescaped(String text) {
        return text.indexOf('\\') < 0 ? text : text.translateEscapes();
    }

    public Map<String, String> byEnglish() {
        return entries.stream().collect(Collectors.toMap(Entry::english, Entry::translation));
    }
}
