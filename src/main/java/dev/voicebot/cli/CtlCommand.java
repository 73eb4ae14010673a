package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.control.ControlClient;
import dev.voicebot.control.Reply;
import dev.voicebot.control.StatusJson;
import dev.voicebot.control.Verb;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code voicebot ctl}: steers a running chat, e.g. from a window manager's hotkey. Loads no settings: it must be quick. */
@Command(
        name = "ctl",
        description = "Control a running chat from outside.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  voicebot ctl talk             start talking; repeat to stop and send",
            "  voicebot ctl talk --start     on key press; 'talk --end' on release",
            "  voicebot ctl status --json",
            "",
            "The exit code is 1 without a running chat, or when it cannot do that now."
        })
final class CtlCommand implements Runnable {
    private static final long LARGEST_PID = 0xffff_ffffL; // on Windows

    @ParentCommand
    private @Nullable VoicebotCommand root;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--pid",
            paramLabel = "N",
            scope = ScopeType.INHERIT,
            description = "Chat with this process ID (default: the one started last).")
    private Optional<Long> pid = Optional.empty();

    @Override
    public void run() {
        throw new ParameterException(
                spec().commandLine(), tr("Missing command: talk, stop, pause, resume, skip or status."));
    }

    @Command(name = "talk", description = "Start talking, or stop and send.")
    int talk(
            @Option(names = "--start", description = "Only start.") boolean start,
            @Option(names = "--end", description = "Only stop.") boolean end) {
        if (start && end) {
            throw new ParameterException(spec().commandLine(), tr("--start and --end exclude each other."));
        }
        return perform(start ? Verb.TALK_START : end ? Verb.TALK_END : Verb.TALK);
    }

    @Command(name = "stop", description = "Stop the recording or the reply.")
    int stop() {
        return perform(Verb.STOP);
    }

    @Command(name = "pause", description = "Pause speech.")
    int pause() {
        return perform(Verb.PAUSE);
    }

    @Command(name = "resume", description = "Resume paused speech at the same word.")
    int resume() {
        return perform(Verb.RESUME);
    }

    @Command(name = "skip", description = "Skip to the next sentence.")
    int skip() {
        return perform(Verb.SKIP);
    }

    @Command(name = "status", description = "Print the chat's state, session and engines.")
    int status(
            @Option(names = "--json", description = "Print one JSON object (docs/schemas/ctl-status.json).")
                    boolean json) {
        Reply reply = ask(Verb.STATUS);
        new Output(root().edges()).printLine(json ? StatusJson.of(reply.status()) : StatusJson.row(reply.status()));
        return ExitCode.DONE.number();
    }

    private int perform(Verb verb) {
        ask(verb).refusal().ifPresent(why -> {
            throw new AssistantException(FaultKind.FAILED, tr(why));
        });
        return ExitCode.DONE.number();
    }

    private Reply ask(Verb verb) {
        pid.ifPresent(process -> Commands.requireWithin("--pid", process, 1, LARGEST_PID));
        return new ControlClient(root().control()).ask(verb, pid);
    }

    private VoicebotCommand root() {
        return VoicebotCommand.of(root);
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli has not set the spec");
        }
        return spec;
    }
}
