package dev.voicebot.doctor;

import static dev.voicebot.text.Messages.mark;
import static dev.voicebot.text.Messages.tr;
import static dev.voicebot.text.Messages.trn;

import dev.voicebot.config.ChatSettings;
import dev.voicebot.config.DashScopeSettings;
import dev.voicebot.config.EffectiveSetting;
import dev.voicebot.config.LoadedSettings;
import dev.voicebot.config.Setting;
import dev.voicebot.config.Settings;
import dev.voicebot.outcome.AssistantException;
import java.util.List;
import java.util.stream.Collectors;

/** The settings, and where the key comes from; the key itself goes nowhere. */
public final class SettingsChecks {
    private SettingsChecks() {}

    public static List<Check> of(LoadedSettings loaded) {
        return List.of(
                Check.needed(mark("settings"), cancellation -> settings(loaded)),
                Check.useful(mark("key"), cancellation -> key(loaded)));
    }

    /** Settings that cannot be read. */
    public static List<Check> of(AssistantException fault) {
        return List.of(Check.needed(mark("settings"), cancellation -> {
            throw fault;
        }));
    }

    private static Diagnosis settings(LoadedSettings loaded) {
        String from = loaded.file().map(Object::toString).orElseGet(() -> tr("no settings file"));
        long changed =
                loaded.effective().stream().filter(EffectiveSetting::changed).count();
        String line = trn("%s, %d setting changed", "%s, %d settings changed", changed, from, changed);
        return loaded.warnings().isEmpty()
                ? Diagnosis.ok(line)
                : Diagnosis.warning(String.join("; ", loaded.warnings()));
    }

    private static Diagnosis key(LoadedSettings loaded) {
        Settings settings = loaded.settings();
        if (settings.dashscope().hasKey()) {
            return Diagnosis.ok(tr("DashScope key from %s", origins(loaded, DashScopeSettings.API_KEY)));
        }
        String chat = settings.chat().apiKey().isPresent()
                ? tr("chat key from %s, but no DashScope key", origins(loaded, ChatSettings.API_KEY))
                : tr("no key");
        return Diagnosis.warning(
                tr("%s: using built-in engines and your own servers. Set DASHSCOPE_API_KEY to use the cloud.", chat));
    }

    private static String origins(LoadedSettings loaded, Setting<?> wanted) {
        return loaded.effective().stream()
                .filter(setting -> setting.key().equals(wanted.key()))
                .map(EffectiveSetting::origin)
                .collect(Collectors.joining());
    }
}
