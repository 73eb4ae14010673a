package dev.voicebot.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How the comments of settings are worded. */
class SettingWordsTest {
    @Test
    void aCommentIsASentence() {
        Stream<String> comments = Stream.concat(
                SettingsReference.entries().stream().map(Setting::description),
                SettingsReference.openTables().stream().map(OpenTable::description));

        assertThat(comments).isNotEmpty().allMatch(text -> text.matches("[A-Z].*\\."));
    }

    @Test
    void aCommentNamesWhatItSetsNotWhetherOrSoLong() {
        assertThat(SettingsReference.entries().stream().map(Setting::description))
                .noneMatch(text -> text.matches("(Whether|What is|So|How (long|often|many)) .*"));
    }
}
