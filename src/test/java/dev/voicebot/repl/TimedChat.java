package dev.voicebot.repl;

import dev.voicebot.sessions.SessionFolder;
import dev.voicebot.turn.Turns;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** A real chat screen on a terminal in memory that tells when text was written to it; for the bench. */
public final class TimedChat implements AutoCloseable {
    private static final String ESCAPE = "\033";

    private final Chat chat;
    private int from; // of what was received, where the present reply begins

    private TimedChat(Chat chat) {
        this.chat = chat;
    }

    public static TimedChat start(Path folder, Turns turns) {
        SessionFolder folders = new SessionFolder(folder.resolve("sessions"), Clock.systemUTC());
        ChatSessions sessions = new ChatSessions(folders, Optional.empty(), Optional.empty(), ZoneOffset.UTC, 10);
        return new TimedChat(Chat.kept(folder, 100, turns, sessions));
    }

    /** Types a question, and after some time Enter; gives when Enter was pressed. */
    public long ask(String question, Duration typing) throws InterruptedException {
        chat.type(question);
        chat.screen.awaitRow("› " + question);
        TimeUnit.NANOSECONDS.sleep(typing.toNanos());
        from = chat.screen.received().length();
        long pressed = System.nanoTime();
        chat.type("\r");
        return pressed;
    }

    /** When the last of these, which follow one another, was written; waits for it. */
    public long awaitWritten(List<String> words) {
        chat.screen.await(rows -> writtenAt(words).isPresent(), words.toString());
        return writtenAt(words).orElseThrow();
    }

    private OptionalLong writtenAt(List<String> words) {
        String received = chat.screen.received();
        int at = received.indexOf("›", from); // the question is printed first
        for (String word : words) {
            at = at < 0 ? -1 : received.indexOf(word.strip(), at);
            at = at < 0 ? -1 : at + word.strip().length();
        }
        return at < 0 ? OptionalLong.empty() : OptionalLong.of(chat.screen.receivedAt(at));
    }

    /** Stops the reply. */
    public void interrupt() {
        chat.type(ESCAPE);
        chat.screen.awaitRow("›");
    }

    @Override
    public void close() {
        chat.close();
    }
}
