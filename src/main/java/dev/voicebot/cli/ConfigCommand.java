package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.EffectiveSetting;
import dev.voicebot.config.LoadedSettings;
import dev.voicebot.config.SettingsLoader;
import dev.voicebot.config.SettingsTemplate;
import dev.voicebot.files.PrivateFiles;
import dev.voicebot.files.WholeFile;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.FileFault;
import dev.voicebot.programs.ExternalEditor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code voicebot config}: the settings in force, and where each comes from. */
@Command(
        name = "config",
        description = "Show or edit settings.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  voicebot config                   show all settings",
            "  voicebot config show --changed    only settings that differ from the defaults",
            "  voicebot config show synthesis    show one table, or one setting",
            "  voicebot config edit              open the file in $EDITOR, or create it",
            "  voicebot config path              print the file's path",
        })
final class ConfigCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable VoicebotCommand root;

    @Override
    public Integer call() {
        return print(loaded().effective(), false);
    }

    @Command(name = "show", description = "Show all settings, one table, or one setting.")
    int show(
            @Parameters(
                            paramLabel = "NAME",
                            arity = "0..1",
                            completionCandidates = LiveValues.Keys.class,
                            description = "Table or setting to show.")
                    @Nullable
                    String name,
            @Option(names = "--changed", description = "Only settings that differ from the defaults.") boolean changed,
            @Option(names = "--json", description = "Print one JSON object per line (docs/schemas/setting.json).")
                    boolean json) {
        List<EffectiveSetting> found = loaded().effective().stream()
                .filter(setting -> name == null
                        || setting.key().equals(name)
                        || setting.key().startsWith(name + "."))
                .toList();
        if (found.isEmpty()) {
            throw new AssistantException(
                    FaultKind.USAGE, tr("No setting or table is named '%s'. See 'voicebot config'.", name));
        }
        return print(
                found.stream().filter(setting -> !changed || setting.changed()).toList(), json);
    }

    @Command(name = "path", description = "Print the path of the settings file.")
    int path() {
        new Output(root().edges()).printLine(file().toString());
        return ExitCode.DONE.number();
    }

    @Command(name = "edit", description = "Open the settings file in $EDITOR.")
    int edit() {
        Path file = file();
        make(file);
        new ExternalEditor(root().edges().environment()).edit(file);
        loaded();
        new Output(root().edges()).tell(tr("The settings in %s are valid.", file));
        return ExitCode.DONE.number();
    }

    private static void make(Path file) {
        if (Files.exists(file)) {
            return;
        }
        try {
            PrivateFiles.foldersFor(file.toAbsolutePath().resolveSibling(".").normalize());
            WholeFile.write(file, SettingsTemplate.text());
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot create %s", file), e);
        }
    }

    private int print(List<EffectiveSetting> settings, boolean json) {
        Output output = new Output(root().edges());
        int keys = settings.stream().mapToInt(s -> s.key().length()).max().orElse(0);
        for (EffectiveSetting setting : settings) {
            output.printLine(
                    json
                            ? JsonLine.of(setting)
                            : setting.key() + " ".repeat(keys - setting.key().length()) + "  "
                                    + (setting.value().isEmpty() ? "-" : setting.value()) + "  ("
                                    + setting.source() + ")");
        }
        return ExitCode.DONE.number();
    }

    private LoadedSettings loaded() {
        return SettingsLoader.load(root().sources());
    }

    private Path file() {
        return SettingsLoader.fileOf(root().sources());
    }

    private VoicebotCommand root() {
        return VoicebotCommand.of(root);
    }
}
