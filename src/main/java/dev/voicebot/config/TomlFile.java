package dev.voicebot.config;

import static dev.voicebot.text.Messages.tr;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One settings file: its values by key, each with the line it stands in. */
final class TomlFile {
    private static final int LONGEST = 1_000_000; // bytes

    private static final String PROFILE = "profile";
    private static final String VERSION = "version";

    /** Of the names of settings and of what they mean; one that is renamed raises it. A file without one is of this. */
    private static final int NEWEST_VERSION = 1;

    private final Path file;
    private final String text;
    private final String prefix; // of the keys in the file

    private TomlFile(Path file, String text, String prefix) {
        this.file = file;
        this.text = text;
        this.prefix = prefix;
    }

    static TomlFile read(Path file) {
        try {
            return of(file, text(file));
        } catch (NoSuchFileException e) {
            throw new AssistantException(
                    FaultKind.SETTINGS,
                    tr("Cannot find the settings file %s. Check --config or VOICEBOT_CONFIG.", file),
                    e);
        } catch (IOException e) {
            throw new AssistantException(
                    FaultKind.SETTINGS, tr("Cannot read the settings file %s. Check its permissions.", file), e);
        }
    }

    /** The same where its text is known already. */
    static TomlFile of(Path file, String text) {
        return new TomlFile(file, text.startsWith("\uFEFF") ? text.substring(1) : text, "");
    }

    /** From an ordinary file, or a pipe that somebody writes to already: one with a name would wait for ever. */
    private static String text(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file) && !file.startsWith("/dev")) {
            throw new AssistantException(
                    FaultKind.SETTINGS, tr("The settings file %s is not a regular file. Choose another.", file));
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new AssistantException(
                        FaultKind.SETTINGS, tr("The settings file %s is too long. Shorten it.", file));
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new AssistantException(
                    FaultKind.SETTINGS, tr("The settings file %s is not UTF-8. Convert it with iconv.", file), e);
        }
    }

    /** Every value as text, with its place; each is of a known key and of the right type. */
    Map<String, Value> values() {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> table : tree().properties()) {
            if (table.getKey().equals(PROFILE) && table.getValue().isObject()) {
                continue;
            }
            if (table.getKey().equals(VERSION) && !table.getValue().isObject()) {
                checkVersion(table.getValue());
                continue;
            }
            if (!table.getValue().isObject()
                    || SettingsReference.tables().stream().noneMatch(table.getKey()::equals)) {
                throw unknownTable(table.getKey(), table.getValue());
            }
            addEntries(table.getKey(), table.getValue(), values);
        }
        return values;
    }

    private void checkVersion(JsonNode version) {
        int line = TomlLines.lineOf(text, VERSION);
        if (!version.isInt() || version.intValue() < 1) {
            throw fault(line, tr("%s must be %s, without quotes.", VERSION, NEWEST_VERSION));
        }
        if (version.intValue() > NEWEST_VERSION) {
            throw fault(
                    line,
                    tr("The settings are of version %s, this voicebot knows %s. Update it.", version, NEWEST_VERSION));
        }
    }

    /** The values of each {@code [profile.NAME]}, as {@link #values}. */
    Map<String, Map<String, Value>> profiles() {
        Map<String, Map<String, Value>> profiles = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> profile : tree().path(PROFILE).properties()) {
            Map<String, Value> values = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> table : profile.getValue().properties()) {
                new TomlFile(file, text, PROFILE + "." + profile.getKey() + ".")
                        .addEntries(table.getKey(), table.getValue(), values);
            }
            profiles.put(profile.getKey(), values);
        }
        return profiles;
    }

    /** A key with dots is a table in a table to TOML, and one name to us where the names are the user's own. */
    private void addEntries(String name, JsonNode table, Map<String, Value> values) {
        for (Map.Entry<String, JsonNode> entry : table.properties()) {
            String key = name + "." + entry.getKey();
            if (entry.getValue().isObject() && hasEntries(key)) {
                addEntries(key, entry.getValue(), values);
            } else {
                values.put(key, value(key, entry.getValue()));
            }
        }
    }

    private static boolean hasEntries(String key) {
        boolean isOpenTable = SettingsReference.openTables().stream()
                .anyMatch(open -> open.name().equals(key));
        return isOpenTable
                || SettingsReference.openTable(key)
                        .filter(open -> open.kind().form() != Kind.Form.ANY)
                        .isPresent();
    }

    private JsonNode tree() {
        try {
            return new TomlMapper().readTree(text);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            String problem = e.getOriginalMessage().lines().findFirst().orElseGet(() -> tr("check the syntax"));
            // no cause: the parser's own message can quote the line, and with it a key
            throw fault(line, tr("not valid TOML: %s.", mayQuoteAKey(line) ? tr("check the quotes and =") : problem));
        }
    }

    private boolean mayQuoteAKey(int line) {
        return text.lines().skip(Math.max(0, line - 1)).findFirst().orElse("").contains("api_key");
    }

    private Value value(String key, JsonNode node) {
        int line = TomlLines.lineOf(text, prefix + key);
        Setting<?> setting = SettingsReference.find(key).orElseThrow(() -> unknownKey(key, line));
        if (setting.kind().form() == Kind.Form.ANY) {
            return new Value(node.toString(), file + ":" + line + ": " + key, file.resolveSibling(""));
        }
        if (node.isArray() && setting.kind().isList()) {
            return new Value(joined(node, key, line), file + ":" + line + ": " + key, file.resolveSibling(""));
        }
        boolean number = setting.kind().isBare();
        boolean typed = number ? node.isNumber() || node.isBoolean() : node.isTextual();
        boolean off =
                node.isTextual() && node.asText().isEmpty() && setting.kind().mayBeEmpty();
        if (!typed && !off) {
            throw fault(
                    line,
                    number
                            ? tr("%s must be %s, without quotes.", key, setting.takes())
                            : tr("%s must be text in quotes.", key));
        }
        return new Value(node.asText(), file + ":" + line + ": " + key, file.resolveSibling(""));
    }

    private String joined(JsonNode array, String key, int line) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : array) {
            if (!item.isTextual()) {
                throw fault(line, tr("%s must be a list of quoted texts.", key));
            }
            texts.add(item.asText());
        }
        return String.join(", ", texts);
    }

    private AssistantException unknownKey(String key, int line) {
        return fault(line, tr("%s is not a setting%s", key, Nearest.hint(key, SettingsReference.keys())));
    }

    private AssistantException unknownTable(String name, JsonNode node) {
        int line = TomlLines.lineOf(text, name);
        if (!node.isObject()) {
            return fault(line, tr("%s is outside any table%s", name, Nearest.hint(name, SettingsReference.keys())));
        }
        List<String> tables = SettingsReference.tables().stream()
                .map(table -> "[" + table + "]")
                .toList();
        return fault(line, tr("[%s] is not a table%s", name, Nearest.hint("[" + name + "]", tables)));
    }

    private AssistantException fault(int line, String problem) {
        return new AssistantException(FaultKind.SETTINGS, file + ":" + line + ": " + problem);
    }
}
