package dev.voicebot.cli;

import dev.voicebot.config.EffectiveSetting;
import dev.voicebot.config.Folders;
import dev.voicebot.config.LoadedSettings;
import dev.voicebot.config.Settings;
import dev.voicebot.config.SettingsLoader;
import dev.voicebot.config.Sources;
import dev.voicebot.config.UsageSettings;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.recognition.ObservedRecognizer;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.sessions.SessionFolder;
import dev.voicebot.terminal.CtrlC;
import dev.voicebot.terminal.LineQuestions;
import dev.voicebot.terminal.LiveLine;
import dev.voicebot.terminal.Questions;
import dev.voicebot.terminal.TerminalLibrary;
import dev.voicebot.terminal.TerminalQuestions;
import dev.voicebot.usage.PriceList;
import dev.voicebot.usage.UsageFolder;
import dev.voicebot.usage.UsageMeter;
import dev.voicebot.wiring.Assembly;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What one command works with: settings loaded, log opened, engines at hand, Ctrl-C heard; closes all of it. */
final class CommandContext implements AutoCloseable {
    private final Edges edges;
    private final Folders folders;
    private final Sources sources;
    private final Assembly assembly;
    private final Cancellation cancellation = new Cancellation();
    private final CtrlC ctrlC;
    private final Output output;
    private final UsageMeter meter;
    private final List<EffectiveSetting> effective;
    private final Announcements announcements;

    private CommandContext(
            Edges edges, Folders folders, Sources sources, Assembly assembly, List<EffectiveSetting> effective) {
        this.sources = sources;
        this.effective = effective;
        this.edges = edges;
        this.output = new Output(edges);
        this.meter = meter(usageFolder(folders, edges), assembly);
        this.folders = folders;
        this.assembly = assembly;
        this.announcements = new Announcements(assembly, output);
        this.ctrlC = CtrlC.runs(cancellation::cancel, edges.abort());
    }

    static Sources sources(Edges edges, @Nullable Path config, Map<String, String> options) {
        return new Sources(
                Optional.ofNullable(config),
                edges.environment(),
                options,
                edges.workingDirectory(),
                Folders.of(edges.environment(), edges.home()),
                edges.checkout());
    }

    static CommandContext open(
            Edges edges,
            @Nullable Path config,
            Map<String, String> options,
            LogOptions logging,
            Map<String, String> help) {
        Folders folders = Folders.of(edges.environment(), edges.home());
        LogSetup.sendTo(folders.state().resolve("voicebot.log"), logging.debug());
        TerminalLibrary.keepIn(folders.cache());
        Sources sources = sources(edges, config, options);
        LoadedSettings loaded = SettingsLoader.load(sources);
        Assembly assembly = Assembly.of(
                loaded.settings(),
                folders,
                edges.clock(),
                help,
                edges.devices(),
                logging.tracing(edges.workingDirectory()));
        CommandContext context = new CommandContext(edges, folders, sources, assembly, loaded.effective());
        loaded.warnings().forEach(context::tell);
        context.assembly().readNotices(context::tell);
        context.assembly().readTokens(context.meter()::used);
        return context;
    }

    /** What was used, by day. */
    UsageFolder usageFolder() {
        return usageFolder(folders, edges);
    }

    private static UsageFolder usageFolder(Folders folders, Edges edges) {
        return new UsageFolder(folders.data().resolve("usage"), edges.clock());
    }

    /** Counts what this run uses. */
    UsageMeter meter() {
        return meter;
    }

    private static UsageMeter meter(UsageFolder folder, Assembly assembly) {
        Settings settings = assembly.settings();
        UsageSettings usage = settings.usage();
        return new UsageMeter(
                folder,
                new PriceList(settings.prices(), assembly.services()::price, usage.currency()),
                usage,
                assembly.hearing()::name);
    }

    /** Speech to text that is counted. */
    SpeechRecognizer recognizer() {
        return new ObservedRecognizer(assembly.hearing().translatingRecognizer(), meter::heard);
    }

    /** The kept conversations. */
    SessionFolder sessions() {
        return new SessionFolder(folders.data().resolve("sessions"), edges.clock());
    }

    /** What a chat keeps and goes on with. */
    ChatMemory memory(SessionOptions options) {
        if (assembly.settings()
                .usage()
                .maxCost()
                .or(assembly.settings().usage()::maxCostPerDay)
                .isPresent()) {
            meter.doubt(assembly.services().priced()).ifPresent(this::tell);
        }
        return ChatMemory.open(sessions(), assembly, meter, options, this::tell);
    }

    Assembly assembly() {
        return assembly;
    }

    /** Ends with the first Ctrl-C; a second one ends the process. */
    Cancellation cancellation() {
        return cancellation;
    }

    /** Data, to stdout, at once. */
    void print(String text) {
        try {
            output.print(text);
        } catch (AssistantException e) { // nobody wants more
            cancellation.cancel();
            throw e;
        }
    }

    /** Whether somebody at a terminal can be asked. */
    boolean asksAtTerminal() {
        return edges.terminals().in() && edges.terminals().err();
    }

    /** Whether {@link #liveLine} shows anything. */
    boolean showsLiveLine() {
        return edges.rewritesRows();
    }

    /** Asks on stderr; the answer without its line end, empty at the end of the input. */
    String ask(String question) {
        return output.ask(question);
    }

    /** As {@link Output#agrees}. */
    boolean agrees(String question) {
        return output.agrees(question);
    }

    /** A line of data, to stdout, at once. */
    void printLine(String line) {
        print(line + "\n");
    }

    /** A line of data for each, as {@link Output#printLines}. */
    <T> void printLines(List<T> items, Function<T, String> line) {
        output.printLines(items, line);
    }

    /** A line about the work, to stderr. */
    void tell(String line) {
        announcements.comeFirst();
        output.tell(line);
    }

    /** What to tell about the engines in use. */
    Announcements announcements() {
        return announcements;
    }

    /** How wide a row on stdout may be; endless where it is no terminal. */
    int outputColumns() {
        return output.columns();
    }

    /** Ctrl-C is somebody else's from now on. */
    void leaveCtrlC() {
        ctrlC.close();
    }

    /** Asks at the process's terminal; Ctrl-C ends it, and what is tried meanwhile. */
    void askAtTerminal(Consumer<Questions> work) {
        ctrlC.close();
        if (edges.showsLinesOnly()) {
            LineQuestions.ask(work, cancellation::cancel);
        } else {
            TerminalQuestions.ask(work, cancellation::cancel);
        }
    }

    Edges edges() {
        return edges;
    }

    Folders folders() {
        return folders;
    }

    /** The settings in force, each with where it comes from. */
    List<EffectiveSetting> effective() {
        return effective;
    }

    /** Where the settings come from. */
    Sources sources() {
        return sources;
    }

    Clock clock() {
        return edges.clock();
    }

    /** The present, where the user's clock is. */
    ZonedDateTime now() {
        return ZonedDateTime.now(edges.clock());
    }

    /** Somebody sits at a terminal, sees a row that changes and may press keys. */
    boolean isInteractive() {
        return edges.terminals().in() && edges.terminals().out() && !edges.showsLinesOnly();
    }

    /** Whether stdout shows colours. */
    boolean colours() {
        return edges.colours(edges.terminals().out());
    }

    LiveLine liveLine() {
        return output.liveLine();
    }

    @Override
    public void close() {
        ctrlC.close();
        assembly.close();
    }
}
