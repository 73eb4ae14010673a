package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.cli.Edges.Terminals;
import dev.voicebot.programs.Windows;
import dev.voicebot.terminal.CtrlC;
import dev.voicebot.terminal.SafeText;
import dev.voicebot.text.Messages;
import dev.voicebot.text.UiLanguage;
import dev.voicebot.wiring.Devices;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** Takes in the process's edges, runs the program, ends the process: the SDKs leave threads that would keep it. */
public final class Main {
    private static final int USUAL_COLUMNS = 80;

    private Main() {}

    public static void main(String[] args) {
        Thread.setDefaultUncaughtExceptionHandler(Main::ended);
        Messages.use(UiLanguage.of(System.getenv()));
        Edges edges = new Edges(
                System.in,
                Piped.of(Optional.ofNullable(System.getProperty("voicebot.stdin"))
                        .orElseGet(Piped::kind)),
                StandardOutput.to(new FileOutputStream(FileDescriptor.out), isPipe("/proc/self/fd/1")),
                utf8(FileDescriptor.err),
                terminals(),
                Windows.environment(System.getenv()),
                Path.of("").toAbsolutePath(),
                Path.of(System.getProperty("user.home", "/")),
                Optional.ofNullable(System.getProperty("voicebot.checkout")).map(Path::of),
                Clock.system(ZoneId.systemDefault()),
                Devices.OF_THIS_MACHINE,
                () -> Runtime.getRuntime().halt(ExitCode.INTERRUPTED.number()));
        int exit = Program.run(edges, args);
        edges.out().flush();
        edges.err().flush();
        System.exit(CtrlC.exitCode(exit));
    }

    /**
     * A thread that dies of an error leaves a program that waits for it for ever. Memory that is used up ends the program
     * before it comes here: {@code -XX:+ExitOnOutOfMemoryError} in the launcher.
     */
    private static void ended(Thread thread, Throwable error) {
        LoggerFactory.getLogger(Main.class).error("thread {} ended by an error", thread.getName(), error);
        if (error instanceof Error || thread.getName().equals("main")) {
            System.err.println(tr(
                    "voicebot: Internal error: %s. The conversation so far is saved. See the log and report it.",
                    SafeText.row(String.valueOf(error))));
            Runtime.getRuntime().halt(ExitCode.FAILED.number());
        }
    }

    /** UTF-8 whatever the locale says. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        OutputStream bytes = new FileOutputStream(descriptor);
        return new PrintStream(bytes, false, StandardCharsets.UTF_8);
    }

    /** Where the system tells. */
    private static boolean isPipe(String descriptor) {
        try {
            return Files.readSymbolicLink(Path.of(descriptor)).toString().startsWith("pipe:");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /**
     * The launcher tells, e.g. {@code in,out,err}: Java does not know each stream by itself. Those of Windows say
     * {@code console}: there Java tells whether input and output are terminals, or one is not.
     */
    @SuppressWarnings("SystemConsoleNull") // the starters of Windows set jdk.console, which keeps it so
    private static Terminals terminals() {
        String known = System.getProperty("voicebot.terminals", "");
        if (known.equals("console")) {
            known = System.console() == null ? "" : "in,out,err";
        }
        return new Terminals(
                known.contains("in"),
                known.contains("out"),
                known.contains("err"),
                Integer.getInteger("voicebot.columns", USUAL_COLUMNS));
    }
}
