package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.Setting;
import dev.voicebot.config.SettingsReference;
import dev.voicebot.models.OfferedModel.Part;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.recordings.RecordingArchive;
import dev.voicebot.terminal.SafeText;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** What the scripts for the shells run at Tab: a line per value that begins so, a tab, and what it is. */
@Command(name = "complete", hidden = true, description = "Print values for shell completion.")
final class CompleteCommand implements Callable<Integer> {
    private static final int MOST = 200; // lines; nobody reads more

    @ParentCommand
    private @Nullable VoicebotCommand root;

    @Parameters(paramLabel = "KIND", index = "0", description = "Kind of values: ${COMPLETION-CANDIDATES}.")
    private LiveValues kind = LiveValues.SESSIONS;

    @Parameters(paramLabel = "BEGINNING", index = "1", arity = "0..1", description = "Text typed so far.")
    private String beginning = "";

    @Override
    public Integer call() {
        VoicebotCommand command = VoicebotCommand.of(root);
        try {
            values(command)
                    .filter(value -> value.text().startsWith(beginning))
                    .limit(MOST)
                    .forEach(value -> command.edges().out().println(value.line()));
        } catch (AssistantException e) {
            return ExitCode.FAILED.number(); // Tab is no place for complaints
        }
        return ExitCode.DONE.number();
    }

    private record Value(String text, String about) {
        String line() {
            return SafeText.row(text) + "\t" + SafeText.row(about);
        }
    }

    private Stream<Value> values(VoicebotCommand command) {
        return switch (kind) {
            case SESSIONS ->
                command.sessions().list().stream().map(session -> new Value(session.id(), session.firstWords()));
            case SETTINGS -> settings();
            case KEYS ->
                Stream.concat(
                        SettingsReference.tables().stream().map(table -> new Value(table, "")),
                        SettingsReference.entries().stream()
                                .map(setting -> new Value(setting.key(), tr(setting.description()))));
            default -> found(command);
        };
    }

    private Stream<Value> found(VoicebotCommand command) {
        try (CommandContext context = command.open()) {
            return switch (kind) {
                case RECORDINGS -> recordings(context.assembly().archive());
                case VOICES ->
                    context.assembly().voice().known().values().stream()
                            .flatMap(voices -> voices.stream())
                            .map(voice -> new Value(voice.name(), voice.language()));
                case MODELS ->
                    context.assembly().services().offered(Duration.ZERO).stream()
                            .filter(model -> model.parts().contains(Part.CHAT))
                            .map(model -> new Value(model.name(), ""));
                case LOCAL_MODELS ->
                    LocalModelRow.all(context.assembly().localModels()).stream()
                            .map(row -> new Value(row.name(), row.state().word()));
                default ->
                    context.assembly().devices().microphones().stream()
                            .map(device -> new Value(device.name(), device.description()));
            };
        }
    }

    private static Stream<Value> recordings(RecordingArchive archive) {
        return archive.list().stream().map(reply -> new Value(reply.name(), reply.said()));
    }

    /** Keys, and behind {@code key=} the values of that. */
    private Stream<Value> settings() {
        int equals = beginning.indexOf('=');
        if (equals < 0) {
            return SettingsReference.entries().stream()
                    .map(setting -> new Value(setting.key() + "=", tr(setting.description())));
        }
        return SettingsReference.find(beginning.substring(0, equals)).stream()
                .map(Setting::choices)
                .flatMap(choices -> choices.stream())
                .map(choice -> new Value(beginning.substring(0, equals + 1) + choice, ""));
    }
}
