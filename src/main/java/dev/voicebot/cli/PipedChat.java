package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.FaultKind;
import dev.voicebot.turn.Conversation;
import dev.voicebot.turn.TurnEvent;
import dev.voicebot.turn.TurnRecord;
import java.io.Reader;
import java.util.Optional;

/** A conversation without a screen: the replies, and nothing else, on stdout. */
final class PipedChat {
    private final CommandContext context;
    private final Conversation conversation;
    private final boolean showsTimings;
    private final Optional<ChatJson> json;
    // the turn's own thread
    private boolean lineOpen;
    private boolean serviceFailed; // while it spoke

    /** {@code asJson}: an object a turn instead of the reply's text. */
    PipedChat(CommandContext context, ChatMemory memory, boolean showsTimings, boolean asJson) {
        this.context = context;
        this.showsTimings = showsTimings;
        this.json = asJson ? Optional.of(new ChatJson(context::print)) : Optional.empty();
        this.conversation = memory.conversation();
    }

    /** One turn about what stands in a pipe, which is read to its end. */
    int askAbout(String question, Reader text) {
        PipedText pieces = PipedText.pieces(text, context.cancellation());
        StringBuilder all = new StringBuilder();
        for (Optional<String> piece = pieces.next(); piece.isPresent(); piece = pieces.next()) {
            all.append(piece.get());
            if (all.length() > TextInput.MOST) {
                throw TextInput.tooLong(tr("Standard input"));
            }
        }
        String context = all.toString().strip();
        return ask(context.isEmpty() ? question : question + "\n\n" + context);
    }

    int ask(String question) {
        context.announcements().allEngines();
        turn(question);
        return exitCode();
    }

    /** A question that fails does not stop the next one, unless {@code options} say so. */
    int askEachLine(Reader questions, BatchOptions options) {
        context.announcements().allEngines();
        BatchOptions.Batch batch = options.batch(context::tell);
        PipedText lines = PipedText.lines(questions, context.cancellation());
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (!line.get().isBlank()) {
                String question = line.get().strip();
                batch.ask(() -> turn(question));
            }
        }
        batch.end();
        return exitCode();
    }

    /** A reply that was not spoken whole is not called done. */
    private int exitCode() {
        return (serviceFailed ? ExitCode.of(FaultKind.SERVICE) : ExitCode.DONE).number();
    }

    private void turn(String question) {
        try {
            conversation.say(question, this::show, context.cancellation());
        } finally {
            endLine();
        }
    }

    private void show(TurnEvent event) {
        if (event instanceof TurnEvent.Token token && json.isEmpty()) {
            context.print(token.text());
            lineOpen = !token.text().endsWith("\n");
        } else if (event instanceof TurnEvent.TextWhole) {
            endLine();
        } else if (event instanceof TurnEvent.Notice notice) {
            context.tell(notice.line());
        } else if (event instanceof TurnEvent.Ended ended) {
            show(ended.turn());
        }
    }

    private void show(TurnRecord turn) {
        serviceFailed |= turn.spoken().fault().equals(Optional.of(FaultKind.SERVICE));
        json.ifPresent(turns -> turns.add(turn));
        if (showsTimings) {
            endLine();
            context.tell(turn.timings().line());
        }
    }

    private void endLine() {
        if (lineOpen) {
            context.print("\n");
            lineOpen = false;
        }
    }
}
