package dev.voicebot.cli;

import dev.voicebot.config.EffectiveSetting;
import dev.voicebot.config.EnterDuringReply;
import dev.voicebot.config.Folders;
import dev.voicebot.config.LoadedSettings;
import dev.voicebot.config.Settings;
import dev.voicebot.config.SettingsLoader;
import dev.voicebot.config.Sources;
import dev.voicebot.config.Theme;
import dev.voicebot.control.ControlFolder;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.recognition.ObservedRecognizer;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.repl.Background;
import dev.voicebot.repl.ChatParts;
import dev.voicebot.repl.ChatScreen;
import dev.voicebot.repl.ChatStyle;
import dev.voicebot.repl.ControlParts;
import dev.voicebot.repl.CtrlC;
import dev.voicebot.repl.HandsFreeStyle;
import dev.voicebot.repl.HoldTimes;
import dev.voicebot.repl.JobControl;
import dev.voicebot.repl.KeyName;
import dev.voicebot.repl.LiveLine;
import dev.voicebot.repl.Palette;
import dev.voicebot.repl.Rehearsal;
import dev.voicebot.repl.TalkParts;
import dev.voicebot.repl.TalkStyle;
import dev.voicebot.repl.TransportKeys;
import dev.voicebot.sessions.SessionFolder;
import dev.voicebot.turn.Conversation;
import dev.voicebot.usage.PriceList;
import dev.voicebot.usage.UsageFolder;
import dev.voicebot.usage.UsageLimits;
import dev.voicebot.usage.UsageMeter;
import dev.voicebot.wiring.Assembly;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What one command works with: settings loaded, log opened, engines at hand, Ctrl-C heard; closes all of it. */
final class Session implements AutoCloseable {
    private final Edges edges;
    private final Folders folders;
    private final Assembly assembly;
    private final Cancellation cancellation = new Cancellation();
    private final CtrlC ctrlC;
    private final Output output;
    private final UsageMeter meter;
    private final List<EffectiveSetting> effective;
    private final AtomicReference<Runnable> announcement = new AtomicReference<>(() -> {}); // before the next line

    private Session(Edges edges, Folders folders, Assembly assembly, List<EffectiveSetting> effective) {
        this.effective = effective;
        this.edges = edges;
        this.output = new Output(edges);
        this.meter = meter(usageFolder(folders, edges), assembly);
        this.folders = folders;
        this.assembly = assembly;
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

    static Session open(
            Edges edges,
            @Nullable Path config,
            Map<String, String> options,
            LogOptions logging,
            Map<String, String> help) {
        Folders folders = Folders.of(edges.environment(), edges.home());
        LogSetup.sendTo(folders.state().resolve("voicebot.log"), logging.debug());
        LoadedSettings loaded = SettingsLoader.load(sources(edges, config, options));
        Assembly assembly = Assembly.of(
                loaded.settings(),
                folders.cache(),
                edges.clock(),
                help,
                edges.devices(),
                logging.tracing(edges.workingDirectory()));
        Session session = new Session(edges, folders, assembly, loaded.effective());
        loaded.warnings().forEach(session::tell);
        session.assembly().readNotices(session::tell);
        session.assembly().readTokens(session.meter()::used);
        return session;
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
        Settings.Usage usage = settings.usage();
        return new UsageMeter(
                folder,
                new PriceList(settings.prices(), assembly::price, usage.currency()),
                new UsageLimits(usage.maxCost(), usage.maxCostPerDay()),
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
            meter.doubt(assembly.pricedModels()).ifPresent(this::tell);
        }
        return ChatMemory.open(sessions(), assembly, meter, options);
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
        announcement.getAndSet(() -> {}).run();
        output.tell(line);
    }

    /** Which engines were taken, where that was left to the program. */
    void announce(String... engines) {
        if (assembly.choosesByItself()) {
            tell(String.join(" · ", engines));
        }
    }

    /** The same for the voice: printed before the next line, or when the result is run, once it has spoken. */
    Runnable announceVoice() {
        if (!assembly.choosesByItself()) {
            return () -> {};
        }
        Runnable line = new Announcement(assembly.voice()::title, output::tell);
        announcement.set(line);
        return line;
    }

    /** Where the voice that is chosen may not be there. */
    void announceDoubt() {
        assembly.voice().doubt().ifPresent(this::tell);
    }

    /** The same where there is nothing but speech: what is sure to fail fails here. */
    void checkVoice() {
        assembly.voice().doubt().ifPresent(doubt -> {
            if (assembly.voice().knowsAll()) {
                throw new AssistantException(FaultKind.SETTINGS, doubt);
            }
            tell(doubt);
        });
    }

    void announceAll() {
        announce(assembly.engines());
    }

    /** How wide a row on stdout may be; endless where it is no terminal. */
    int outputColumns() {
        return output.columns();
    }

    /** The conversation on a screen; returns when the user leaves. */
    int chatScreen(ChatMemory memory, boolean showsTimings) {
        ctrlC.close(); // the screen has its own
        Conversation conversation = memory.conversation();
        assembly.warm(conversation);
        memory.warm();
        ChatScreen.run(chatParts(conversation, memory, showsTimings));
        return ExitCode.DONE.number();
    }

    /** A conversation on a screen that nobody sees. */
    void rehearse(String... lines) {
        try (ChatMemory memory = memory(new SessionOptions())) {
            Rehearsal.run(chatParts(memory.conversation(), memory, false), lines);
        }
    }

    private ChatParts chatParts(Conversation conversation, ChatMemory memory, boolean showsTimings) {
        return new ChatParts(
                conversation,
                talkParts(memory),
                greeting(),
                memory.isPrivate()
                        ? Optional.empty()
                        : Optional.of(folders.state().resolve("history")),
                memory.forScreen(edges.clock().getZone()),
                meter,
                new ControlParts(ControlFolder.of(edges.environment(), folders.state()), this::engines),
                style(showsTimings),
                TransportKeys.of(assembly.settings().keys()),
                assembly.live(conversation),
                effective,
                JobControl::stopThisJob,
                edges.environment(),
                assembly.archive(),
                assembly.devices()::speaker,
                assembly::readNotices);
    }

    private TalkParts talkParts(ChatMemory memory) {
        Settings settings = assembly.settings();
        return new TalkParts(
                memory::recognizer,
                assembly.hearing().isPossible(),
                assembly.devices().microphone(),
                assembly.devices()::speaker,
                memory.isPrivate()
                        ? Optional.empty()
                        : Optional.of(folders.state().resolve("talks")),
                new TalkStyle(
                        KeyName.all(settings.keys().talk()),
                        settings.chat().sendAfterTalk(),
                        settings.talk().tail(),
                        settings.talk().sounds() || isPlain(),
                        HoldTimes.USUAL),
                handsFree(settings.handsFree()),
                assembly.devices().playback()::decibels);
    }

    private static HandsFreeStyle handsFree(Settings.HandsFree settings) {
        return new HandsFreeStyle(
                settings.enabled(),
                settings.silence(),
                settings.threshold(),
                settings.headphones(),
                settings.bargeIn(),
                settings.sleepAfter());
    }

    private ChatStyle style(boolean showsTimings) {
        Settings.Chat chat = assembly.settings().chat();
        return new ChatStyle(
                chat.redrawInterval(),
                palette(chat.theme()),
                asksBackground(chat.theme()),
                chat.enterDuringReply() == EnterDuringReply.QUEUE,
                showsTimings,
                isPlain());
    }

    /** For a screen reader, or a terminal that can do nothing else. */
    private boolean isPlain() {
        return assembly.settings().chat().plain()
                || edges.environment().getOrDefault("TERM", "").equals("dumb");
    }

    private String engines() {
        return assembly.engines();
    }

    private Palette palette(Theme theme) {
        if (!edges.colours(true)) {
            return Palette.NONE;
        }
        return switch (theme) {
            case NONE -> Palette.NONE;
            case LIGHT -> Palette.LIGHT;
            case DARK -> Palette.DARK;
            case AUTO ->
                Background.ofVariable(edges.environment().getOrDefault("COLORFGBG", ""))
                        .orElse(Palette.DARK);
        };
    }

    /** The Linux console would show a part of the question. */
    private boolean asksBackground(Theme theme) {
        return theme == Theme.AUTO
                && edges.colours(true)
                && !edges.environment().getOrDefault("TERM", "").equals("linux");
    }

    private List<String> greeting() {
        Optional<String> obstacle = assembly.obstacleToTalking();
        List<String> lines = new ArrayList<>();
        lines.add((obstacle.isPresent() ? "Type a message." : howToTalk()) + " /help lists everything.");
        obstacle.ifPresent(lines::add);
        lines.add(engines());
        return lines;
    }

    private String howToTalk() {
        if (assembly.settings().handsFree().enabled()) {
            return "Just speak, or type.";
        }
        if (isPlain()) {
            return "Type, or use /talk to talk.";
        }
        return assembly.settings().keys().talk().stream()
                .findFirst()
                .map(key -> "Type, or press " + new KeyName(key).label() + " to talk.")
                .orElse("Type, or use /talk to talk.");
    }

    Clock clock() {
        return edges.clock();
    }

    /** The present, where the user's clock is. */
    ZonedDateTime now() {
        return ZonedDateTime.now(edges.clock());
    }

    /** Somebody sits at a terminal, reads it and may press keys. */
    boolean isInteractive() {
        return edges.terminals().in() && edges.terminals().out();
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
