package dev.voicebot.repl;

import dev.voicebot.terminal.SystemTerminal;
import dev.voicebot.terminal.TextColumns;
import dev.voicebot.turn.TurnEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.terminal.Terminal;

/**
 * Run inside a real terminal by {@code scripts/test-terminals}: chats that stream text of all scripts are shown there and
 * on an emulated screen of our own widths. After each picture the terminal is asked where its cursor is, and says so in
 * another row where a width that it counts differently has torn the picture.
 */
final class RealTerminal implements MemoryTerminal.Mirror {
    private static final String QUESTION = "\033[6n";
    private static final Pattern ANSWER = Pattern.compile("\033\\[(\\d+);(\\d+)R$");
    private static final String CLEAR = "\033[2J\033[3J\033[H";
    private static final long TOKEN_NANOS = 20_000_000;
    private static final int PATIENCE_MILLIS = 10_000;

    /** Before these no column is in doubt. */
    private static final Pattern CERTAIN = Pattern.compile("[ -~›▸\\u4E00-\\u9FFF]*");

    private final Terminal terminal;
    private final List<String> faults = new ArrayList<>(); // guarded by the emulated terminal
    private int pictures;

    private RealTerminal(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The file for what is found, then the number of chats. */
    public static void main(String[] arguments) throws IOException {
        Path findings = Path.of(arguments[0]);
        Path folder = Files.createTempDirectory(findings.toAbsolutePath().getParent(), "chats");
        List<String> lines = new ArrayList<>();
        try (Terminal terminal = SystemTerminal.open()) {
            terminal.enterRawMode();
            RealTerminal real = new RealTerminal(terminal);
            for (int seed = 0; seed < Integer.parseInt(arguments[1]); seed++) {
                real.chat(folder, seed);
            }
            lines.addAll(real.faults);
            lines.add("%s pictures of %d × %d, %d faults"
                    .formatted(real.pictures, terminal.getWidth(), terminal.getHeight(), real.faults.size()));
        } catch (IOException | RuntimeException | AssertionError e) {
            lines.add("failed: " + e);
        }
        Files.write(findings, lines);
        System.exit(0); // threads of the reader are not ours
    }

    private void chat(Path folder, int seed) {
        Random random = new Random(seed);
        String reply = ForeignWidthsTest.reply(random);
        MemoryTerminal screen =
                new MemoryTerminal(terminal.getWidth(), terminal.getHeight(), MemoryTerminal.XTERM, TextColumns::width);
        terminal.writer().write(CLEAR);
        screen.mirror(this);
        try (Chat chat = new Chat(folder, screen)) {
            ScriptedTurns.Turn turn = chat.ask("go");
            for (int i = 0; i < reply.length(); ) {
                int end = Math.min(reply.length(), i + 1 + random.nextInt(4));
                turn.token(reply.substring(i, end));
                LockSupport.parkNanos(TOKEN_NANOS); // most tokens get a picture of their own
                i = end;
            }
            turn.event(new TurnEvent.TextWhole());
            turn.end();
            chat.screen.await(rows -> rows.contains("end") && rows.contains("›"), "the end of the reply");
            chat.type("中🇩🇪éक्षिx\033[D\033[D\033[D\033[D\033[D!");
            chat.screen.await(rows -> rows.stream().anyMatch(row -> row.endsWith("!क्षिx")), "what was typed");
            chat.type("\025");
        }
    }

    @Override
    public void show(String text, EmulatedScreen shown) {
        terminal.writer().write(text + QUESTION);
        terminal.flush();
        pictures++;
        Matcher cursor = answer();
        int row = Integer.parseInt(cursor.group(1)) - 1;
        int column = Integer.parseInt(cursor.group(2)) - 1;
        String before = shown.rows().get(shown.cursorRow());
        boolean isCertain = CERTAIN.matcher(before).matches();
        if (row != shown.cursorRow() || (isCertain && column != shown.cursorColumn())) {
            faults.add("picture %d: the cursor is in row %d, column %d instead of %d, %d, where <%s> is"
                    .formatted(pictures, row, column, shown.cursorRow(), shown.cursorColumn(), before));
        }
    }

    /** Other answers, such as which protocols the terminal speaks, go by. */
    private Matcher answer() {
        StringBuilder read = new StringBuilder();
        try {
            while (true) {
                int c = terminal.reader().read(PATIENCE_MILLIS);
                if (c < 0) {
                    throw new IllegalStateException("the terminal does not say where its cursor is");
                }
                read.append((char) c);
                Matcher answer = ANSWER.matcher(read);
                if (answer.find()) {
                    return answer;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
