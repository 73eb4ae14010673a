package dev.voicebot.engine.guide;

import java.util.List;
import java.util.Map;

/**
 * What the guide knows of the program, taken from the program itself.
 *
 * @param commands each command's help text, by its name
 * @param settings each setting: its key, default and meaning
 */
public record GuideTopics(Map<String, String> commands, List<SettingTopic> settings) {
    /** One setting. */
    public record SettingTopic(String key, String fallback, String meaning) {}
}
