package dev.voicebot.repl;

import static dev.voicebot.text.Messages.mark;
import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.ClipPlayer;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Waveform;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.Interrupts;
import dev.voicebot.terminal.KeyFilter;
import dev.voicebot.terminal.LoneEscape;
import dev.voicebot.terminal.SystemTerminal;
import dev.voicebot.terminal.TextColumns;
import dev.voicebot.terminal.TextStyles;
import dev.voicebot.threads.Worker;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;

/** A sound that plays, on one row of the terminal: its shape, the playhead, and keys that steer it. */
public final class PlayerScreen {
    private static final long REDRAW_MILLIS = 50;
    private static final String KEYS = mark("  space pause · ←→ seek · q quit");
    private static final int LEAST_BARS = 10;
    private static final String REWRITE = "\r\033[K";

    /** What a key does. */
    private enum Key {
        PAUSE,
        BACK,
        FORWARD,
        LEAVE,
        NONE
    }

    private final ClipPlayer player;
    private final PcmFrame clip;
    private final TextStyles styles;
    private final AtomicBoolean over = new AtomicBoolean();

    private PlayerScreen(ClipPlayer player, PcmFrame clip, boolean colors) {
        this.player = player;
        this.clip = clip;
        this.styles = new TextStyles(colors);
    }

    /**
     * Plays {@code clip} to its end on the process's own terminal; blocks.
     *
     * @return false when the user left before the end
     * @throws AssistantException when there is no terminal to be had; what {@code player} throws
     */
    public static boolean play(ClipPlayer player, PcmFrame clip, boolean colors) {
        try (Terminal terminal = SystemTerminal.open()) {
            return new PlayerScreen(player, clip, colors).play(terminal);
        } catch (IOException e) {
            throw new AssistantException(
                    FaultKind.FAILED, tr("Cannot use this terminal. Check TERM, or try another one."), e);
        }
    }

    /** The same on a terminal of the caller's. */
    static boolean play(ClipPlayer player, PcmFrame clip, boolean colors, Terminal terminal) {
        return new PlayerScreen(player, clip, colors).play(terminal);
    }

    private boolean play(Terminal terminal) {
        Attributes before = terminal.enterRawMode();
        AtomicBoolean left = new AtomicBoolean();
        Thread keys = Worker.PLAYER_KEYS.start(() -> steer(terminal, left));
        try {
            player.play();
        } finally {
            over.set(true);
            join(keys);
            terminal.writer().print(REWRITE);
            terminal.setAttributes(before);
            terminal.flush();
        }
        return !left.get();
    }

    private void steer(Terminal terminal, AtomicBoolean left) {
        KeyMap<Key> keys = keys();
        KeyFilter filter = new KeyFilter(terminal.reader(), LoneEscape.on(terminal), UnaryOperator.identity());
        filter.leaveOutUnless(sequence -> keys.getBound(sequence) != null);
        BindingReader reader = new BindingReader(filter);
        while (!over.get()) {
            draw(terminal);
            Key key = read(reader, keys);
            switch (key) {
                case PAUSE -> player.togglePause();
                case BACK -> player.seek(step().negated());
                case FORWARD -> player.seek(step());
                case LEAVE -> {
                    left.set(true);
                    player.stop();
                }
                case NONE -> {}
            }
        }
    }

    private static Key read(BindingReader reader, KeyMap<Key> keys) {
        if (reader.peekCharacter(REDRAW_MILLIS) == NonBlockingReader.READ_EXPIRED) {
            return Key.NONE;
        }
        @Nullable Key key = reader.readBinding(keys, null, true);
        return key == null ? Key.LEAVE : key; // the terminal is gone
    }

    private static KeyMap<Key> keys() {
        KeyMap<Key> keys = new KeyMap<>();
        keys.setNomatch(Key.NONE);
        keys.setUnicode(Key.NONE);
        keys.bind(Key.PAUSE, " ");
        keys.bind(Key.BACK, "\033[D", "\033OD", "h");
        keys.bind(Key.FORWARD, "\033[C", "\033OC", "l");
        keys.bind(Key.LEAVE, "q", "Q", "\033", "\003");
        return keys;
    }

    /** A tenth of a short sound, five seconds of a long one. */
    private Duration step() {
        Duration tenth = clip.length().dividedBy(10);
        Duration most = Duration.ofSeconds(5);
        return tenth.compareTo(most) < 0 ? tenth : most;
    }

    private void draw(Terminal terminal) {
        AttributedString row = row(Math.max(1, terminal.getWidth() - 1));
        terminal.writer().print(REWRITE + row.toAnsi(terminal));
        terminal.flush();
    }

    private AttributedString row(int columns) {
        String before = (player.isPaused() ? "‖ " : "▶ ") + clock(player.position()) + " ";
        String after = " " + clock(clip.length());
        int room = columns - before.length() - after.length();
        String keys = room - TextColumns.width(tr(KEYS)) >= LEAST_BARS ? tr(KEYS) : "";
        int bars = Math.max(1, room - TextColumns.width(keys));
        String shape = Waveform.of(clip, bars);
        int head = head(bars);
        return AttributedString.join(
                        AttributedString.EMPTY,
                        styles.plain(before + shape.substring(0, head)),
                        styles.plain("|"),
                        styles.dim(shape.substring(Math.min(bars, head + 1)) + after + keys))
                .columnSubSequence(0, columns);
    }

    private int head(int bars) {
        long length = Math.max(1, clip.length().toMillis());
        return (int) Math.min(bars - 1L, player.position().toMillis() * bars / length);
    }

    private static String clock(Duration time) {
        return "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart());
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Interrupts.keep(e);
        }
    }
}
