package dev.voicebot.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which programs are used on which system: the environments are those of Linux, macOS and Windows. */
class SystemsTest {
    @TempDir
    private Path bin;

    @ParameterizedTest
    @CsvSource({
        "WAYLAND_DISPLAY=wayland-0 HOME=/home/me, wl-copy",
        "DISPLAY=:0 HOME=/home/me, xclip",
        "HOME=/Users/me, pbcopy",
        "SystemRoot=C:/Windows USERPROFILE=C:/Users/me, clip.exe",
        "WSL_DISTRO_NAME=Debian USER=me, clip.exe",
        "USER=me, ",
    })
    void theClipboard(String environment, String program) throws IOException {
        for (String each : new String[] {"wl-copy", "xclip", "pbcopy", "clip.exe"}) {
            program(each, "");
        }

        Optional<String> way = new Clipboard(environment(environment), Optional.empty()).way();

        assertThat(way)
                .isEqualTo(Optional.ofNullable(program)
                        .map(name -> bin.resolve(name).toString()));
    }

    @Test
    void whatWindowsTakesForTheClipboardIsMarked() throws IOException {
        program("clip.exe", "/bin/cat >'" + bin.resolve("copied") + "'\n");

        new Clipboard(environment("SystemRoot=C:/Windows"), Optional.empty()).put("你好");

        assertThat(Files.readAllBytes(bin.resolve("copied"))).isEqualTo("\ufeff你好".getBytes(StandardCharsets.UTF_16LE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SystemRoot=C:/Windows|notepad x.md",
                "SystemRoot=C:/Windows EDITOR=vim|vim x.md",
                "SystemRoot=C:/Windows VISUAL=code_--wait|BIN/code.cmd --wait x.md",
                "SystemRoot=C:/Windows EDITOR=\"C:/My_Tools/ed.exe\"_-n|C:/My Tools/ed.exe -n x.md",
            })
    void theEditorOnWindowsIsStartedWithoutAShell(String environment, String words) throws IOException {
        program("code.cmd", "");
        Map<String, String> spaced = environment(environment);
        spaced.replaceAll((name, value) -> value.replace('_', ' '));

        assertThat(String.join(" ", new ExternalEditor(spaced).words(Path.of("x.md"))))
                .isEqualTo(words.replace("BIN", bin.toString()));
    }

    @Test
    void elsewhereAShellReadsTheEditorsWords() {
        assertThat(new ExternalEditor(environment("EDITOR=vim")).words(Path.of("x.md")))
                .startsWith("/bin/sh", "-c")
                .endsWith("vim", "x.md");
        assertThat(new ExternalEditor(environment("HOME=/home/me")).words(Path.of("x.md")))
                .endsWith("vi", "x.md");
    }

    @Test
    void windowsNamesItsVariablesInAnyCaseAndLeavesOutTheEndsOfNames() throws IOException {
        program("ffmpeg.exe", "");
        Map<String, String> windows = Windows.environment(Map.of("SystemRoot", "C:/Windows", "Path", bin.toString()));

        assertThat(OnPath.find("ffmpeg", windows)).contains(bin.resolve("ffmpeg.exe"));
        assertThat(OnPath.find("ffmpeg", Map.of("PATH", bin.toString()))).isEmpty();
    }

    private Map<String, String> environment(String variables) {
        Map<String, String> environment = new HashMap<>(Map.of("PATH", bin.toString()));
        for (String each : variables.split(" ", -1)) {
            environment.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
        }
        return environment;
    }

    private void program(String name, String script) throws IOException {
        Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + script);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
