package dev.voicebot.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where things are kept on each system. */
class FoldersTest {
    private static final Path HOME = Path.of("/from/the/system");

    @Test
    void onLinuxAndMacOsTheyAreBelowTheHome() {
        Folders folders = Folders.of(Map.of("HOME", "/Users/me"), HOME);

        assertThat(folders.config()).isEqualTo(Path.of("/Users/me/.config/voicebot"));
        assertThat(folders.data()).isEqualTo(Path.of("/Users/me/.local/share/voicebot"));
        assertThat(folders.state()).isEqualTo(Path.of("/Users/me/.local/state/voicebot"));
        assertThat(folders.cache()).isEqualTo(Path.of("/Users/me/.cache/voicebot"));
    }

    @Test
    void xdgMovesThem() {
        Map<String, String> environment =
                Map.of("HOME", "/home/me", "XDG_CONFIG_HOME", "/c", "XDG_DATA_HOME", "relative");

        Folders folders = Folders.of(environment, HOME);

        assertThat(folders.config()).isEqualTo(Path.of("/c/voicebot"));
        assertThat(folders.data()).isEqualTo(Path.of("/home/me/.local/share/voicebot"));
    }

    @Test
    void onWindowsTheyAreWhereItKeepsThem() {
        Map<String, String> environment =
                Map.of("APPDATA", "/me/Roaming", "LOCALAPPDATA", "/me/Local", "HOME", "/c/Users/me");

        Folders folders = Folders.of(environment, HOME);

        assertThat(folders.home()).isEqualTo(HOME);
        assertThat(folders.config()).isEqualTo(Path.of("/me/Roaming/voicebot"));
        assertThat(folders.data()).isEqualTo(Path.of("/me/Local/voicebot"));
        assertThat(folders.state()).isEqualTo(Path.of("/me/Local/voicebot/state"));
        assertThat(folders.cache()).isEqualTo(Path.of("/me/Local/voicebot/cache"));
    }
}
