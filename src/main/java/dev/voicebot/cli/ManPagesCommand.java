package dev.voicebot.cli;

import dev.voicebot.files.PrivateFiles;
import dev.voicebot.files.WholeFile;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.FileFault;
import dev.voicebot.text.Messages;
import dev.voicebot.text.UiLanguage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** What the build runs to write the manual pages, from the same model as {@code --help}. */
@Command(name = "man-pages", hidden = true, description = "Write the manual pages.")
final class ManPagesCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable VoicebotCommand root;

    @Parameters(paramLabel = "FOLDER", description = "Folder to write man1 and zh_CN/man1 into, created when needed.")
    private Path folder = Path.of("man");

    @Option(names = "--date", paramLabel = "DATE", description = "Of the program, as 2026-11-30; a time is cut off.")
    private String date = "";

    @Override
    public Integer call() {
        UiLanguage language = Messages.language();
        try {
            write(UiLanguage.EN, folder.resolve("man1"));
            write(UiLanguage.ZH, folder.resolve("zh_CN/man1"));
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, "Cannot write manual pages into " + folder, e);
        } finally {
            Messages.use(language);
        }
        return ExitCode.DONE.number();
    }

    private void write(UiLanguage language, Path section) throws IOException {
        Messages.use(language);
        CommandLine program = VoicebotCommand.of(root).program().commandLine();
        PrivateFiles.foldersFor(section);
        write(program.getCommandSpec(), section);
        for (CommandLine command : program.getSubcommands().values()) {
            if (!command.getCommandSpec().usageMessage().hidden()) {
                write(command.getCommandSpec(), section);
            }
        }
    }

    private void write(CommandSpec command, Path section) throws IOException {
        String name = command.qualifiedName("-");
        WholeFile.write(section.resolve(name + ".1"), ManPage.of(command, date.replaceFirst("T.*", "")));
    }
}
