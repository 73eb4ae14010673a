package dev.voicebot.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.audio.SpeechDetection;
import dev.voicebot.config.EffectiveSetting;
import dev.voicebot.config.GivenSettings;
import dev.voicebot.config.HandsFreeSettings;
import dev.voicebot.config.KeysSettings;
import dev.voicebot.config.Theme;
import dev.voicebot.control.ControlFolder;
import dev.voicebot.recordings.RecordingArchive;
import dev.voicebot.sessions.SessionFolder;
import dev.voicebot.talk.HoldTimes;
import dev.voicebot.talk.Senses;
import dev.voicebot.talk.TalkParts;
import dev.voicebot.talk.TalkStyle;
import dev.voicebot.terminal.KeyName;
import dev.voicebot.terminal.Questions;
import dev.voicebot.turn.Turns;
import dev.voicebot.usage.Limits;
import dev.voicebot.usage.PriceList;
import dev.voicebot.usage.UsageFolder;
import dev.voicebot.usage.UsageMeter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jline.terminal.Attributes;

/** A chat screen running on a terminal in memory. */
public final class Chat implements AutoCloseable {
    static final ChatStyle STYLE = new ChatStyle(Duration.ofMillis(20), false, false);

    static final List<EffectiveSetting> SETTINGS = List.of(
            new EffectiveSetting("chat.model", "qwen-plus", "default", false, "Which model answers."),
            new EffectiveSetting("chat.history_turns", "3", "/home/me/config.toml:2", true, "What is remembered."),
            new EffectiveSetting("synthesis.voice", "", "default", false, "Who speaks."));

    /** Enter queues. */
    static final ChatStyle QUEUES = new ChatStyle(Duration.ofMillis(20), false, true);

    /** For screen readers. */
    static final ChatStyle PLAIN = new ChatStyle(Duration.ofMillis(20), Theme.NONE, false, false, false, true);

    private static final KeysSettings KEYS = new KeysSettings(
            List.of("f2"),
            List.of("alt-p"),
            List.of("alt-right"),
            List.of("alt-left"),
            List.of("alt-up"),
            List.of("alt-down"));

    /** The next press ends a talk at once. */
    static final HoldTimes TAPS = new HoldTimes(Duration.ofMillis(300), Duration.ZERO);

    static final TalkStyle TALKS = new TalkStyle(
            KeyName.all(List.of("f2", "ctrl-space", "space")),
            true,
            GivenSettings.talk(Map.of("tail", Duration.ofMillis(1))),
            false,
            TAPS);

    /** Off until it is switched on. */
    public static final HandsFreeSettings HANDS_FREE = handsFree(false, true);

    static HandsFreeSettings handsFree(boolean atStart, boolean bargesIn) {
        return handsFree(atStart, bargesIn, Optional.empty());
    }

    /** Asleep until the phrase is said; see {@link ScriptedWakeWord}. */
    static HandsFreeSettings wokenBy(String phrase) {
        return handsFree(false, true, Optional.of(phrase));
    }

    private static HandsFreeSettings handsFree(boolean atStart, boolean bargesIn, Optional<String> wakeWord) {
        return GivenSettings.handsFree(Map.of(
                "enabled", atStart,
                "maxUtterance", Duration.ofMinutes(1),
                "bargeIn", bargesIn,
                "sleepAfter", Duration.ofSeconds(30),
                "wakeWord", wakeWord,
                "backChannels", List.of("嗯", "right"),
                "stopWords", List.of("停", "stop"),
                "goodbyes", List.of("goodbye")));
    }

    final ScriptedTurns turns = new ScriptedTurns();
    final ScriptedSpeech speech = new ScriptedSpeech();
    /** Shows what comes up at any time, once the screen has begun. */
    final AtomicReference<Consumer<String>> notices = new AtomicReference<>(line -> {});

    /** What {@code /key} does. */
    volatile Predicate<Questions> key = questions -> false;

    final HeldOutput output = new HeldOutput();
    final ScriptedEngines live = new ScriptedEngines();
    /** What happens in turn while the chat is suspended. */
    final BlockingQueue<Runnable> suspensions = new LinkedBlockingQueue<>();

    final MemoryTerminal screen;
    private final PipedReader plainInput = new PipedReader();
    private final PipedWriter plainKeys = connect(plainInput);
    private final Thread thread;

    private static PipedWriter connect(PipedReader reader) {
        try {
            return new PipedWriter(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Chat(Path folder, int columns) {
        this(folder, columns, STYLE);
    }

    Chat(Path folder, int columns, ChatStyle style) {
        this(folder, columns, style, Map.of());
    }

    Chat(Path folder, int columns, ChatStyle style, Map<String, String> environment) {
        this(folder, new MemoryTerminal(columns, 24), style, TALKS, environment, Optional.empty());
    }

    Chat(Path folder, int columns, TalkStyle talkStyle) {
        this(folder, new MemoryTerminal(columns, 24), STYLE, talkStyle, Map.of(), Optional.empty());
    }

    /** On a terminal that takes this many columns for a character. */
    Chat(Path folder, int columns, IntUnaryOperator widths) {
        this(
                folder,
                new MemoryTerminal(columns, 24, MemoryTerminal.XTERM, widths),
                STYLE,
                TALKS,
                Map.of(),
                Optional.empty());
    }

    Chat(Path folder, MemoryTerminal screen) {
        this(folder, screen, STYLE, TALKS, Map.of(), Optional.empty());
    }

    /** Without voice input. */
    static Chat deaf(Path folder, int columns) {
        return keepingNothing(folder, columns, new Ears(false, Optional.empty()));
    }

    /** What is said never reaches the disk. */
    static Chat keepingNothing(Path folder, int columns) {
        return keepingNothing(folder, columns, Ears.OPEN);
    }

    private static Chat keepingNothing(Path folder, int columns, Ears ears) {
        return withEars(folder, columns, STYLE, HANDS_FREE, ears);
    }

    /** Without voice input, which can be downloaded. */
    static Chat offering(Path folder, ChatStyle style, HandsFreeSettings handsFree, ScriptedOffer offer) {
        return withEars(folder, 110, style, handsFree, new Ears(false, Optional.of(offer)));
    }

    private static Chat withEars(Path folder, int columns, ChatStyle style, HandsFreeSettings handsFree, Ears ears) {
        return new Chat(
                folder,
                Optional.empty(),
                new MemoryTerminal(columns, 24),
                style,
                TALKS,
                handsFree,
                Map.of(),
                Optional.empty(),
                ears);
    }

    /** Whether there is voice input, else how to get it. */
    private record Ears(boolean hears, Optional<ScriptedOffer> offer) {
        static final Ears OPEN = new Ears(true, Optional.empty());
    }

    static Chat handsFree(Path folder, ChatStyle style, HandsFreeSettings handsFree) {
        return new Chat(
                folder,
                Optional.of(folder.resolve("state/talks")),
                new MemoryTerminal(100, 24),
                style,
                TALKS,
                handsFree,
                Map.of(),
                Optional.empty());
    }

    /** A real conversation instead of the scripted turns, which is kept. */
    static Chat kept(Path folder, int columns, Turns turns, ChatSessions sessions) {
        return kept(folder, columns, turns, sessions, meter(folder));
    }

    static Chat kept(Path folder, int columns, Turns turns, ChatSessions sessions, UsageMeter usage) {
        return new Chat(
                folder,
                new MemoryTerminal(columns, 24),
                STYLE,
                TALKS,
                Map.of(),
                Optional.of(new Kept(turns, sessions, usage)));
    }

    private record Kept(Turns turns, ChatSessions sessions, UsageMeter usage) {}

    /** On a terminal that answers so; see {@link MemoryTerminal}. */
    Chat(Path folder, TalkStyle talkStyle, String answer) {
        this(folder, new MemoryTerminal(60, 24, answer), STYLE, talkStyle, Map.of(), Optional.empty());
    }

    private Chat(
            Path folder,
            MemoryTerminal screen,
            ChatStyle style,
            TalkStyle talkStyle,
            Map<String, String> environment,
            Optional<Kept> kept) {
        this(
                folder,
                Optional.of(folder.resolve("state/talks")),
                screen,
                style,
                talkStyle,
                HANDS_FREE,
                environment,
                kept);
    }

    private Chat(
            Path folder,
            Optional<Path> talks,
            MemoryTerminal screen,
            ChatStyle style,
            TalkStyle talkStyle,
            HandsFreeSettings handsFree,
            Map<String, String> environment,
            Optional<Kept> kept) {
        this(folder, talks, screen, style, talkStyle, handsFree, environment, kept, Ears.OPEN);
    }

    private Chat(
            Path folder,
            Optional<Path> talks,
            MemoryTerminal screen,
            ChatStyle style,
            TalkStyle talkStyle,
            HandsFreeSettings handsFree,
            Map<String, String> environment,
            Optional<Kept> kept,
            Ears ears) {
        this.screen = screen;
        ChatParts parts = new ChatParts(
                kept.map(Kept::turns).orElse(turns),
                new TalkParts(
                        speech::recognizer,
                        () -> ears.hears()
                                || ears.offer().filter(ScriptedOffer::isFetched).isPresent(),
                        ears.offer().map(scripted -> scripted),
                        () -> speech.obstacle,
                        speech,
                        speech,
                        () -> speech.speaker,
                        talks,
                        talkStyle,
                        handsFree,
                        new Senses(
                                SpeechDetection.byLoudness(10),
                                () -> speech.turnModel,
                                handsFree.wakeWord().map(ScriptedWakeWord::new),
                                () -> speech.playing)),
                List.of("hello"),
                Optional.of(folder.resolve("state/history")),
                kept.map(Kept::sessions).orElseGet(() -> sessions(folder)),
                kept.map(Kept::usage).orElseGet(() -> meter(folder)),
                new ControlParts(ControlFolder.of(Map.of(), folder.resolve("run")), () -> "chat: scripted"),
                style,
                KEYS,
                live.settings(),
                SETTINGS,
                () -> ScriptedTurns.takeFrom(suspensions).run(),
                environment,
                new RecordingArchive(folder.resolve("recordings"), Clock.systemUTC()),
                () -> output,
                notices::set,
                (questions, cancellation) -> key.test(questions));
        Supplier<BufferedReader> lines = () -> new BufferedReader(plainInput);
        thread = new Thread(() -> ChatScreen.run(parts, screen.terminal(), lines), "chat");
        thread.setDaemon(true);
        thread.start();
        screen.awaitRow("hello");
        if (style.plain()) {
            screen.await(rows -> screen.received().replace("\r", "").endsWith("hello\n\n"), "the greeting");
        } else if (!handsFree.enabled()) {
            screen.awaitRows("", "›");
        }
    }

    private static UsageMeter meter(Path folder) {
        return new UsageMeter(
                new UsageFolder(folder.resolve("usage"), Clock.systemUTC()),
                new PriceList(Map.of(), "CNY"),
                Limits.NONE,
                () -> "");
    }

    private static ChatSessions sessions(Path folder) {
        SessionFolder sessions = new SessionFolder(folder.resolve("sessions"), Clock.systemUTC());
        return new ChatSessions(sessions, Optional.empty(), Optional.empty(), ZoneOffset.UTC, 10);
    }

    /** A line where lines are read whole; echoed, as a terminal does unless it was told not to. */
    void typeLine(String text) {
        try {
            boolean isShown = screen.terminal().getAttributes().getLocalFlag(Attributes.LocalFlag.ECHO);
            screen.echo(isShown ? text + "\r\n" : "");
            plainKeys.write(text + "\n");
            plainKeys.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ctrl-D where lines are read whole. */
    void endInput() {
        try {
            plainKeys.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void type(String keys) {
        screen.type(keys);
    }

    /** Types a question and gives the turn it became. */
    ScriptedTurns.Turn ask(String question) {
        type(question + "\r");
        return turns.next();
    }

    void awaitEnd() {
        try {
            thread.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assertThat(thread.isAlive()).as("the screen still runs").isFalse();
    }

    @Override
    public void close() {
        endInput();
        if (thread.isAlive()) {
            type("\003\003\025\004");
        }
        awaitEnd();
        screen.close();
    }
}
