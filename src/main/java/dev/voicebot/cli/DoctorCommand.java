package dev.voicebot.cli;

import dev.voicebot.config.Folders;
import dev.voicebot.config.LoadedSettings;
import dev.voicebot.config.Settings;
import dev.voicebot.config.SettingsLoader;
import dev.voicebot.doctor.Check;
import dev.voicebot.doctor.DeviceChecks;
import dev.voicebot.doctor.Examination;
import dev.voicebot.doctor.Finding;
import dev.voicebot.doctor.FolderChecks;
import dev.voicebot.doctor.Report;
import dev.voicebot.doctor.ServiceChecks;
import dev.voicebot.doctor.SettingsChecks;
import dev.voicebot.doctor.SurroundingsChecks;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.repl.CtrlC;
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
        description = "Looks at all that voicebot needs, a line each, with what to do when it is not well.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  voicebot doctor                 services, devices, folders, programs",
            "  voicebot doctor --no-sound      opens no microphone and plays nothing",
            "  voicebot doctor --loop          does what is said aloud come back as words?",
            "  voicebot doctor --json | jq -r '.checks[] | select(.health != \"ok\") | .text'",
            "",
            "The exit code is 0 when the main job can work: the settings can be read, and",
            "the engines they choose answer. Without a key those are the built-in ones.",
            "What a conversation goes on without is a warning: microphone, speaker,",
            "folders, programs. Else the exit code tells the first thing that failed. The",
            "chat model is asked for one word, the voice to begin a task that is given up",
            "before anything is sent; the recognizer hears a spoken sentence, and must",
            "understand words. A key that is refused is shown to the service's other",
            "regions, to find the one that it belongs to.",
            "",
            "With --loop it is 7 when the microphone heard nothing of it, and 1 when more",
            "than half of the words were wrong. Without a key only the sound is compared."
        })
final class DoctorCommand implements Callable<Integer> {
    private static final Duration PATIENCE =
            Duration.ofSeconds(20); // connecting and hearing take a few, on a busy machine some more

    @ParentCommand
    private @Nullable VoicebotCommand root;

    @Option(names = "--no-sound", description = "Opens no microphone and plays no tone.")
    private boolean noSound;

    @Option(names = "--json", description = "One JSON object (docs/schemas/doctor.json, doctor-loop.json).")
    private boolean json;

    @Option(
            names = "--loop",
            description =
                    "Speaks a phrase, listens to it, and compares: round trip, level, clipping, echo, word errors.")
    private boolean loop;

    @Option(names = "--phrase", paramLabel = "TEXT", description = "With --loop: what is said.")
    private Optional<String> phrase = Optional.empty();

    @Override
    public Integer call() {
        VoicebotCommand command = Commands.of(root);
        Commands.require(loop || phrase.isEmpty(), "--phrase is for --loop");
        Commands.require(phrase.filter(String::isBlank).isEmpty(), "--phrase must not be empty");
        Commands.require(!loop || !noSound, "--loop is about sound: leave out --no-sound");
        if (loop) {
            return loop(command);
        }
        LoadedSettings loaded;
        try {
            loaded = SettingsLoader.load(command.sources());
        } catch (AssistantException e) {
            return withoutSettings(command.edges(), e);
        }
        try (Session session = command.open()) {
            return examine(command.edges(), checks(command.edges(), session, loaded), session.cancellation());
        }
    }

    private int loop(VoicebotCommand command) {
        try (Session session = command.open()) {
            return new DoctorLoop(session).run(phrase, json);
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

    private List<List<Check>> checks(Edges edges, Session session, LoadedSettings loaded) {
        Settings.Recordings recordings = loaded.settings().recordings();
        Optional<Path> saved = recordings.enabled() ? Optional.of(recordings.directory()) : Optional.empty();
        List<List<Check>> lanes =
                sideBySide(surroundings(edges), SettingsChecks.of(loaded), ServiceChecks.of(session.assembly()));
        if (!noSound) {
            lanes.add(DeviceChecks.of(session.assembly()));
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
                new Version().getVersion()[0],
                edges.environment(),
                edges.terminals().out(),
                edges.terminals().columns());
    }

    private static Folders folders(Edges edges) {
        return Folders.of(edges.environment(), edges.home());
    }

    private int examine(Edges edges, List<List<Check>> lanes, Cancellation cancellation) {
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
