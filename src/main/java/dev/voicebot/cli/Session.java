package dev.voicebot.cli;

import dev.voicebot.config.EnterDuringReply;
import dev.voicebot.config.Folders;
import dev.voicebot.config.LoadedSettings;
import dev.voicebot.config.Settings;
import dev.voicebot.config.SettingsLoader;
import dev.voicebot.config.Sources;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.repl.ChatParts;
import dev.voicebot.repl.ChatScreen;
import dev.voicebot.repl.ChatStyle;
import dev.voicebot.repl.CtrlC;
import dev.voicebot.repl.KeyName;
import dev.voicebot.repl.LiveLine;
import dev.voicebot.repl.Rehearsal;
import dev.voicebot.repl.SafeText;
import dev.voicebot.repl.TransportKeys;
import dev.voicebot.repl.Turns;
import dev.voicebot.turn.Conversation;
import dev.voicebot.wiring.Assembly;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one command works with: settings loaded, log opened, engines at hand, Ctrl-C heard; closes all of it. */
final class Session implements AutoCloseable {
    private final Edges edges;
    private final Folders folders;
    private final Assembly assembly;
    private final Cancellation cancellation = new Cancellation();
    private final CtrlC ctrlC;
    private final SafeText safe = new SafeText(); // guarded by this

    private Session(Edges edges, Folders folders, Assembly assembly) {
        this.edges = edges;
        this.folders = folders;
        this.assembly = assembly;
        this.ctrlC = CtrlC.runs(cancellation::cancel, edges.abort());
    }

    static Session open(
            Edges edges, @Nullable Path config, Map<String, String> options, boolean debug, Map<String, String> help) {
        Folders folders = Folders.of(edges.environment(), edges.home());
        LogSetup.sendTo(folders.state().resolve("voicebot.log"), debug);
        LoadedSettings loaded = SettingsLoader.load(new Sources(
                Optional.ofNullable(config),
                edges.environment(),
                options,
                edges.workingDirectory(),
                folders,
                edges.checkout()));
        Session session =
                new Session(edges, folders, Assembly.of(loaded.settings(), folders.cache(), edges.clock(), help));
        loaded.warnings().forEach(session::tell);
        return session;
    }

    Assembly assembly() {
        return assembly;
    }

    /** Ends with the first Ctrl-C; a second one ends the process. */
    Cancellation cancellation() {
        return cancellation;
    }

    /** Data, to stdout, at once; tabs stay, they separate columns. */
    synchronized void print(String text) {
        edges.out().print(Arrays.stream(text.split("\t", -1)).map(safe::clean).collect(Collectors.joining("\t")));
        edges.out().flush();
    }

    /** A line of data, to stdout, at once. */
    void printLine(String line) {
        print(line + "\n");
    }

    /** A line about the work, to stderr. */
    void tell(String line) {
        edges.err().println("voicebot: " + SafeText.rows(line));
        edges.err().flush();
    }

    /** Which engines were taken, where that was left to the program. */
    void announce(String... engines) {
        if (assembly.choosesByItself()) {
            tell(String.join(" · ", engines));
        }
    }

    void announceAll() {
        announce(assembly.chatEngine(), assembly.voiceEngine(), assembly.recognitionEngine());
    }

    /** How wide a row on stdout may be; endless where it is no terminal. */
    int outputColumns() {
        return edges.terminals().out() ? edges.terminals().columns() : Integer.MAX_VALUE;
    }

    /** The conversation on a screen; returns when the user leaves. */
    int chatScreen(boolean showsTimings) {
        ctrlC.close(); // the screen has its own
        Conversation conversation = assembly.conversation();
        assembly.warm();
        ChatScreen.run(chatParts(conversation, showsTimings));
        return ExitCode.DONE.number();
    }

    /** A conversation on a screen that nobody sees. */
    void rehearse(String... lines) {
        Rehearsal.run(chatParts(assembly.conversation(), false), lines);
    }

    private ChatParts chatParts(Conversation conversation, boolean showsTimings) {
        return new ChatParts(
                Turns.of(conversation),
                assembly::recognizer,
                assembly.microphone(),
                greeting(),
                folders.state().resolve("history"),
                style(showsTimings),
                KeyName.all(assembly.settings().keys().talk()),
                TransportKeys.of(assembly.settings().keys()),
                assembly.live(conversation));
    }

    private ChatStyle style(boolean showsTimings) {
        Settings.Chat chat = assembly.settings().chat();
        return new ChatStyle(
                chat.redrawInterval(),
                edges.colours(true),
                chat.enterDuringReply() == EnterDuringReply.QUEUE,
                showsTimings);
    }

    private List<String> greeting() {
        return List.of(
                "voicebot: type, or press F2 and speak; /help tells the rest",
                String.join(" · ", assembly.chatEngine(), assembly.voiceEngine(), assembly.recognitionEngine()));
    }

    Clock clock() {
        return edges.clock();
    }

    /** Where the user's clock is. */
    ZoneId zone() {
        return edges.clock().getZone();
    }

    LiveLine liveLine() {
        return new LiveLine(
                edges.err(), edges.terminals().err(), edges.terminals().columns());
    }

    @Override
    public void close() {
        ctrlC.close();
        assembly.close();
    }
}
