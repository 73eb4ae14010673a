package dev.voicebot.config;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.files.PrivateFiles;
import dev.voicebot.files.WholeFile;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes settings in the user's file: comments, order and all other lines stay. */
public final class SettingsEdit {
    private static final Pattern ENTRY =
            Pattern.compile("(\\s*[^=]+?\\s*=\\s*)(?:\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|[^\\s\"'\\[{#]+)(\\s*(?:#.*)?)");

    private final Path file;
    private final List<String> lines;

    private SettingsEdit(Path file, String text) {
        this.file = file;
        this.lines = new ArrayList<>(text.lines().toList());
    }

    /**
     * Sets these texts in {@code file}, all or none; only its owner can read it afterwards. A file that is missing
     * begins as {@link SettingsTemplate}.
     *
     * @param values by setting; all of these settings take text
     * @throws AssistantException of kind SETTINGS when the file cannot be read or is written in a way that this cannot
     *     change, FAILED when it cannot be written
     */
    public static void set(Path file, Map<String, String> values) {
        boolean exists = Files.exists(file);
        if (exists) {
            TomlFile.read(file).values(); // what cannot be read is not changed
        }
        try {
            SettingsEdit edited = new SettingsEdit(
                    file, exists ? Files.readString(file).replaceFirst("^\uFEFF", "") : SettingsTemplate.text());
            values.forEach(edited::set);
            edited.check(values);
            PrivateFiles.foldersFor(file.toAbsolutePath().resolveSibling(".").normalize());
            WholeFile.write(file, edited.text());
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot write %s", file), e);
        }
    }

    private String text() {
        return String.join("\n", lines) + "\n";
    }

    private void set(String key, String text) {
        String table = key.substring(0, key.indexOf('.'));
        String name = key.substring(table.length() + 1);
        String entry = name + " = " + quoted(text);
        Optional<TomlLines.Place> set = place(TomlLines.Kind.KEY, key);
        Optional<TomlLines.Place> off = place(TomlLines.Kind.OFF, key);
        Optional<TomlLines.Place> header = place(TomlLines.Kind.TABLE, table);
        if (set.isPresent()) {
            exchange(set.get().number() - 1, key, text);
        } else if (off.isPresent()) {
            lines.set(off.get().number() - 1, entry);
        } else if (header.isPresent()) {
            lines.add(header.get().number(), entry);
        } else {
            addTable(table, entry);
        }
    }

    private Optional<TomlLines.Place> place(TomlLines.Kind kind, String key) {
        return TomlLines.places(text()).stream()
                .filter(place -> place.kind() == kind && place.key().equals(key))
                .findFirst();
    }

    private void exchange(int line, String key, String text) {
        Matcher entry = ENTRY.matcher(lines.get(line));
        if (!entry.matches()) {
            throw tooSpecial(key);
        }
        lines.set(line, entry.group(1) + quoted(text) + entry.group(2));
    }

    /** Where a table is written as {@code dashscope.region = …} before all tables, it cannot be opened once more. */
    private void addTable(String table, String entry) {
        Optional<TomlLines.Place> dotted = TomlLines.places(text()).stream()
                .filter(place -> place.key().startsWith(table + "."))
                .findFirst();
        if (dotted.isPresent()) {
            lines.add(dotted.get().number(), table + "." + entry);
            return;
        }
        lines.addAll(List.of("", "[" + table + "]", entry));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** Whether the new text says what was wanted: TOML can be written in more ways than are known here. */
    private void check(Map<String, String> wanted) {
        Map<String, Value> now = TomlFile.of(file, text()).values();
        wanted.forEach((key, text) -> {
            Value value = now.get(key);
            if (value == null || !value.text().equals(text)) {
                throw tooSpecial(key);
            }
        });
    }

    private AssistantException tooSpecial(String key) {
        return new AssistantException(
                FaultKind.SETTINGS, tr("Cannot change %s in %s. Set it yourself: voicebot config edit", key, file));
    }
}
