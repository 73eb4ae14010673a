package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.Setting;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The options of a command that stand for settings; a wrong value is told by the option's name, as wrong usage. */
final class SettingOptions {
    private final Map<String, String> byKey = new LinkedHashMap<>();

    /** An option with a value, where it was given. */
    SettingOptions with(String option, Setting<?> setting, Optional<String> value) {
        value.ifPresent(text -> {
            setting.complaint(text).ifPresent(complaint -> {
                throw new AssistantException(FaultKind.USAGE, tr("%s %s, got %s.", option, complaint, text));
            });
            byKey.put(setting.key(), text);
        });
        return this;
    }

    /** An option without a value. */
    SettingOptions with(boolean given, Setting<Boolean> setting, boolean value) {
        if (given) {
            byKey.put(setting.key(), String.valueOf(value));
        }
        return this;
    }

    /** The values by the setting's key. */
    Map<String, String> byKey() {
        return byKey;
    }
}
