package dev.voicebot.cli;

import dev.voicebot.turn.Conversation;
import dev.voicebot.turn.TurnEvent;
import java.io.Reader;
import java.util.Optional;

/** A conversation without a screen: the replies, and nothing else, on stdout. */
final class PipedChat {
    private final Session session;
    private final Conversation conversation;
    private final boolean showsTimings;
    private boolean lineOpen; // the turn's own thread

    PipedChat(Session session, ChatMemory memory, boolean showsTimings) {
        this.session = session;
        this.showsTimings = showsTimings;
        this.conversation = memory.conversation();
    }

    int ask(String question) {
        session.announceAll();
        turn(question);
        return ExitCode.DONE.number();
    }

    int askEachLine(Reader questions) {
        session.announceAll();
        PipedText lines = PipedText.lines(questions, session.cancellation());
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (!line.get().isBlank()) {
                turn(line.get().strip());
            }
        }
        return ExitCode.DONE.number();
    }

    private void turn(String question) {
        try {
            conversation.say(question, this::show, session.cancellation());
        } finally {
            endLine();
        }
    }

    private void show(TurnEvent event) {
        if (event instanceof TurnEvent.Token token) {
            session.print(token.text());
            lineOpen = !token.text().endsWith("\n");
        } else if (event instanceof TurnEvent.TextWhole) {
            endLine();
        } else if (event instanceof TurnEvent.Notice notice) {
            session.tell(notice.line());
        } else if (event instanceof TurnEvent.Timed timed && showsTimings) {
            endLine();
            session.tell(timed.timings().line());
        }
    }

    private void endLine() {
        if (lineOpen) {
            session.print("\n");
            lineOpen = false;
        }
    }
}
