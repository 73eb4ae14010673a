package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.Folders;
import dev.voicebot.config.LoadedSettings;
import dev.voicebot.config.RecordingsSettings;
import dev.voicebot.config.SettingsLoader;
import dev.voicebot.doctor.Check;
import dev.voicebot.doctor.DeviceChecks;
import dev.voicebot.doctor.Examination;
import dev.voicebot.doctor.Finding;
import dev.voicebot.doctor.FolderChecks;
import dev.voicebot.doctor.HandsFreeChecks;
import dev.voicebot.doctor.LocalModelChecks;
import dev.voicebot.doctor.Report;
import dev.voicebot.doctor.ServiceChecks;
import dev.voicebot.doctor.SettingsChecks;
import dev.voicebot.doctor.SurroundingsChecks;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.terminal.CtrlC;
import dev.voicebot.text.Messages;
import dev.voicebot.text.UiLanguage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code voicebot doctor}: looks at everything the main job needs. */
@Command(
        name = "doctor",
        description = "Check everything voicebot needs, with fixes.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  voicebot doctor                 services, devices, folders, programs",
            "  voicebot doctor --no-sound      without microphone and speaker",
            "  voicebot doctor --loop          speak a phrase and recognize it",
            "  voicebot doctor --turns         measure hands-free in your room",
            "  voicebot doctor --json | jq -r '.checks[] | select(.health != \"ok\") | .text'",
            "",
            "The exit code is 0 when core features work: the settings can be read, and",
            "the chosen engines answer. Without a key those are the built-in ones.",
            "Problems that do not stop a conversation are warnings: microphone, speaker,",
            "folders, programs. Otherwise the exit code reports the first failure. The",
            "chat model is asked for one word; the voice starts a task that is abandoned",
            "before any text is sent; the recognizer hears a spoken sentence, and must",
            "return words. A rejected key is tried in the service's other",
            "regions, to find the one it belongs to.",
            "",
            "With --loop it is 7 when the microphone heard nothing, and 1 when more",
            "than half of the words were wrong. Without a key only the sound is compared.",
            "",
            "With --turns you are asked to be silent, to make noise, to read lines aloud",
            "and to interrupt a spoken text. It reports false starts, where you were cut",
            "off, how long you waited and how loud the echo is, and suggests settings.",
            "What you read is recognized, as in hands-free. It is 7 when nothing was heard."
        })
final class DoctorCommand implements Callable<Integer> {
    private static final Duration PATIENCE =
            Duration.ofSeconds(20); // connecting and hearing take a few, on a busy machine some more

    @ParentCommand
    private @Nullable VoicebotCommand root;

    @Option(names = "--no-sound", description = "Do not open the microphone or play a tone.")
    private boolean noSound;

    @Option(
            names = "--json",
            description = "Print one JSON object (docs/schemas/doctor.json, doctor-loop.json, doctor-turns.json).")
    private boolean json;

    @Option(
            names = "--loop",
            description = "Speak a phrase, listen to it, and report round trip, level, clipping, echo and word errors.")
    private boolean loop;

    @Option(
            names = "--turns",
            description = "Measure turn-taking in your room: false starts, cut-offs, waits, echo; suggest settings.")
    private boolean turns;

    @Option(names = "--phrase", paramLabel = "TEXT", description = "With --loop: phrase to speak.")
    private Optional<String> phrase = Optional.empty();

    @Override
    public Integer call() {
        VoicebotCommand command = VoicebotCommand.of(root);
        Commands.require(loop || phrase.isEmpty(), tr("--phrase needs --loop."));
        Commands.require(!loop || !noSound, tr("--loop needs sound. Remove --no-sound."));
        Commands.require(!turns || !noSound, tr("--turns needs sound. Remove --no-sound."));
        Commands.require(!turns || !loop, tr("Choose one of --turns and --loop."));
        if (turns) {
            return turns(command);
        }
        speakToPrograms();
        if (loop) {
            return loop(command);
        }
        LoadedSettings loaded;
        try {
            loaded = SettingsLoader.load(command.sources());
        } catch (AssistantException e) {
            return withoutSettings(command.edges(), e);
        }
        try (CommandContext context = command.open()) {
            return examine(command.edges(), checks(command.edges(), context, loaded), context.cancellation());
        }
    }

    /** JSON is in English; the settings may have named another language. */
    private void speakToPrograms() {
        if (json) {
            Messages.use(UiLanguage.EN);
        }
    }

    private int loop(VoicebotCommand command) {
        try (CommandContext context = command.open()) {
            speakToPrograms();
            return new DoctorLoop(context).run(phrase, json);
        }
    }

    private int turns(VoicebotCommand command) {
        try (CommandContext context = command.open()) {
            return new DoctorTurns(context).run(json);
        }
    }

    private int withoutSettings(Edges edges, AssistantException fault) {
        Cancellation cancellation = new Cancellation();
        try (CtrlC ctrlC = CtrlC.runs(cancellation::cancel, edges.abort())) {
            List<List<Check>> lanes = sideBySide(
                    surroundings(edges), SettingsChecks.of(fault), FolderChecks.of(folders(edges), Optional.empty()));
            return examine(edges, lanes, cancellation);
        }
    }

    private List<List<Check>> checks(Edges edges, CommandContext context, LoadedSettings loaded) {
        RecordingsSettings recordings = loaded.settings().recordings();
        Optional<Path> saved = recordings.enabled() ? Optional.of(recordings.directory()) : Optional.empty();
        List<List<Check>> lanes = sideBySide(
                surroundings(edges),
                SettingsChecks.of(loaded),
                ServiceChecks.of(context.assembly()),
                LocalModelChecks.of(context.assembly().localModels().store()));
        lanes.add(HandsFreeChecks.of(context.assembly()));
        if (!noSound) {
            lanes.add(DeviceChecks.of(context.assembly()));
        }
        lanes.addAll(sideBySide(FolderChecks.of(folders(edges), saved), ProgramChecks.of(edges)));
        return lanes;
    }

    @SafeVarargs
    private static List<List<Check>> sideBySide(List<Check>... areas) {
        List<List<Check>> lanes = new ArrayList<>();
        for (List<Check> area : areas) {
            area.forEach(check -> lanes.add(List.of(check)));
        }
        return lanes;
    }

    private static List<Check> surroundings(Edges edges) {
        return SurroundingsChecks.of(
                Version.name(),
                edges.environment(),
                edges.terminals().out(),
                edges.terminals().columns());
    }

    private static Folders folders(Edges edges) {
        return Folders.of(edges.environment(), edges.home());
    }

    private int examine(Edges edges, List<List<Check>> lanes, Cancellation cancellation) {
        speakToPrograms();
        FindingPrinter printer = new FindingPrinter(edges);
        List<Finding> findings =
                new Examination(lanes, PATIENCE).run(json ? finding -> {} : printer::print, cancellation);
        Report report = new Report(findings);
        int exit = report.fault().map(ExitCode::of).orElse(ExitCode.DONE).number();
        if (json) {
            printer.print(report.json(exit));
        } else {
            printer.summarize(report);
        }
        return exit;
    }
}
