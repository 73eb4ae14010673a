package dev.voicebot.repl;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.turn.TurnEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One reply on the screen, from the question to its end or its cut. */
final class Reply {
    private static final Logger LOG = LoggerFactory.getLogger(Reply.class);

    private final Turns turns;
    private final Board board;
    private final String question;
    private final Cancellation cancellation = new Cancellation();
    // guarded by the line's lock
    private final SafeText safe = new SafeText();
    private final RowBreaker text = new RowBreaker();
    private final List<AttributedString> waiting = new ArrayList<>();
    private boolean textEnded;
    private boolean cut;

    Reply(Turns turns, Board board, String question) {
        this.turns = turns;
        this.board = board;
        this.question = question;
    }

    /** The turn itself, on the turn thread; {@code ended} runs under the line's lock after all else was shown. */
    void run(Runnable ended) {
        if (cancellation.isCancelled()) {
            return;
        }
        try {
            turns.say(question, event -> board.later(() -> show(event)), cancellation);
        } catch (AssistantException e) {
            tell(e);
        } catch (RuntimeException e) {
            LOG.error("the turn failed", e);
            board.later(() -> fault("something went wrong: the log says what"));
        }
        board.later(() -> {
            end();
            ended.run();
        });
    }

    /** Thinking until the first token; under the lock. */
    void begin() {
        board.state("thinking…");
    }

    /** Stops text and sound and marks the place; what was shown stays. Under the lock. */
    void cut() {
        cut = true;
        try {
            cancellation.cancel();
        } catch (RuntimeException e) {
            LOG.warn("stopping the reply failed", e);
        }
        endText();
        board.state("");
        board.print(board.look().dim("[interrupted]"));
    }

    private void tell(AssistantException e) {
        if (e.kind() == FaultKind.INTERRUPTED) {
            return;
        }
        LOG.info("the turn failed: {}", e.kind(), e);
        board.later(() -> fault(e.userMessage()));
    }

    private void show(TurnEvent event) {
        if (event instanceof TurnEvent.Token token) {
            grow(token.text());
        } else if (event instanceof TurnEvent.TextWhole) {
            endText();
        } else if (event instanceof TurnEvent.SpeechBegan && !cut) {
            board.state("speaking");
        } else if (event instanceof TurnEvent.Notice notice) {
            aside(board.look().notice(SafeText.row(notice.line())));
        } else if (event instanceof TurnEvent.Saved saved) {
            aside(board.look().dim("saved " + SafeText.row(shortest(saved.file()))));
        }
    }

    private void grow(String token) {
        if (cut) {
            return;
        }
        List<AttributedString> rows = text.append(safe.clean(token), board.columns()).stream()
                .map(board.look()::plain)
                .toList();
        board.grow(rows, board.look().plain(text.open()));
    }

    /** A row that must not tear the text apart: it waits for the text's end. */
    private void aside(AttributedString row) {
        if (textEnded || text.open().isEmpty()) {
            board.print(row);
        } else {
            waiting.add(row);
        }
    }

    private void endText() {
        if (textEnded) {
            return;
        }
        textEnded = true;
        List<AttributedString> rows = new ArrayList<>();
        text.finish().forEach(row -> rows.add(board.look().plain(row)));
        rows.addAll(waiting);
        board.grow(rows, AttributedString.EMPTY);
    }

    private void fault(String line) {
        endText();
        board.print(board.look().notice(SafeText.row(line)));
    }

    private void end() {
        if (!cut) {
            endText();
            board.state("");
        }
    }

    private static String shortest(Path file) {
        Path here = Path.of("").toAbsolutePath();
        return (file.startsWith(here) ? here.relativize(file) : file).toString();
    }
}
