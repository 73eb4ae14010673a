package dev.voicebot.cli;

import dev.voicebot.files.PrivateFiles;
import dev.voicebot.files.WholeFile;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.FileFault;
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

    @Parameters(paramLabel = "FOLDER", description = "Folder to write to, created when needed.")
    private Path folder = Path.of("man1");

    @Option(names = "--date", paramLabel = "DATE", description = "Of the program, as 2026-11-30; a time is cut off.")
    private String date = "";

    @Override
    public Integer call() {
        CommandLine program = Program.commandLine(Commands.of(root).edges());
        try {
            PrivateFiles.foldersFor(folder);
            write(program.getCommandSpec());
            for (CommandLine command : program.getSubcommands().values()) {
                if (!command.getCommandSpec().usageMessage().hidden()) {
                    write(command.getCommandSpec());
                }
            }
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, "Cannot write manual pages into " + folder, e);
        }
        return ExitCode.DONE.number();
    }

    private void write(CommandSpec command) throws IOException {
        String name = command.qualifiedName("-");
        WholeFile.write(folder.resolve(name + ".1"), ManPage.of(command, date.replaceFirst("T.*", "")));
    }
}
