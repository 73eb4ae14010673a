package dev.voicebot.cli;

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
        description =
                "Steers a running chat from another terminal or a hotkey: talk, stop, pause, resume, skip, status.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  voicebot ctl talk             starts talking; again ends it and sends it",
            "  voicebot ctl talk --start     on a key's press; 'talk --end' on its release",
            "  voicebot ctl status --json",
            "",
            "Without a running chat, or when it cannot do that now, the exit code is 1."
        })
final class CtlCommand implements Runnable {
    @ParentCommand
    private @Nullable VoicebotCommand root;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--pid",
            paramLabel = "N",
            scope = ScopeType.INHERIT,
            description = "The chat of this process (default: the one started last).")
    private Optional<Long> pid = Optional.empty();

    @Override
    public void run() {
        throw new ParameterException(
                spec().commandLine(), "Missing command: talk, stop, pause, resume, skip or status");
    }

    @Command(name = "talk", description = "Starts talking, or ends it and sends what was understood.")
    int talk(
            @Option(names = "--start", description = "Only starts.") boolean start,
            @Option(names = "--end", description = "Only ends.") boolean end) {
        if (start && end) {
            throw new ParameterException(spec().commandLine(), "--start and --end exclude each other");
        }
        return perform(start ? Verb.TALK_START : end ? Verb.TALK_END : Verb.TALK);
    }

    @Command(name = "stop", description = "Stops the talk or the reply, text and sound.")
    int stop() {
        return perform(Verb.STOP);
    }

    @Command(name = "pause", description = "Halts the speech.")
    int pause() {
        return perform(Verb.PAUSE);
    }

    @Command(name = "resume", description = "Lets halted speech go on at the same word.")
    int resume() {
        return perform(Verb.RESUME);
    }

    @Command(name = "skip", description = "Goes to the next sentence.")
    int skip() {
        return perform(Verb.SKIP);
    }

    @Command(
            name = "status",
            description = "Prints idle, listening, thinking, speaking, paused or asleep; the session; the engines.")
    int status(
            @Option(names = "--json", description = "One JSON object (docs/schemas/ctl-status.json).") boolean json) {
        Reply reply = ask(Verb.STATUS);
        new Output(root().edges()).printLine(json ? StatusJson.of(reply.status()) : StatusJson.row(reply.status()));
        return ExitCode.DONE.number();
    }

    private int perform(Verb verb) {
        ask(verb).refusal().ifPresent(why -> {
            throw new AssistantException(FaultKind.FAILED, why);
        });
        return ExitCode.DONE.number();
    }

    private Reply ask(Verb verb) {
        return new ControlClient(root().control()).ask(verb, pid);
    }

    private VoicebotCommand root() {
        return Commands.of(root);
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli has not set the spec");
        }
        return spec;
    }
}
