package dev.voicebot.engine.guide;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the guide knows about the program it is part of.
 *
 * @param commands what each command does, in a sentence or two, by its name; the order is kept
 * @param settings every key of the settings file
 * @param engines what is in use, one line each in the language of the interface, such as {@code speech: espeak-ng}
 */
public record GuideTopics(
        Map<String, String> commands, List<Setting> settings, Supplier<List<String>> engines, Session session) {
    /**
     * One key of the settings file.
     *
     * @param key with its table, such as {@code synthesis.rate}
     * @param defaultValue as it stands in the file; empty when there is none
     */
    public record Setting(String key, String description, String defaultValue) {}

    /**
     * What is peculiar to this run.
     *
     * @param talkKey the key that begins and ends talking, as the user knows it
     * @param recordingsFolder where replies are saved
     */
    public record Session(String talkKey, String recordingsFolder) {}

    public GuideTopics {
        commands = Collections.unmodifiableMap(new LinkedHashMap<>(commands));
        settings = List.copyOf(settings);
    }
}
