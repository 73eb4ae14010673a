package dev.voicebot.repl;

import static dev.voicebot.text.Messages.tr;
import static dev.voicebot.text.Messages.trn;

import dev.voicebot.chat.Exchange;
import dev.voicebot.files.PrivateFiles;
import dev.voicebot.files.WholeFile;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.FileFault;
import dev.voicebot.screen.ChatDisplay;
import dev.voicebot.screen.Replies;
import dev.voicebot.screen.SlashCommand;
import dev.voicebot.screen.SlashCommand.Choice;
import dev.voicebot.sessions.SavedSession;
import dev.voicebot.sessions.SavedTurn;
import dev.voicebot.sessions.SessionHit;
import dev.voicebot.sessions.SessionMarkdown;
import dev.voicebot.sessions.SessionRecorder;
import dev.voicebot.sessions.SessionSummary;
import dev.voicebot.terminal.SafeText;
import dev.voicebot.terminal.TextColumns;
import dev.voicebot.threads.Worker;
import dev.voicebot.turn.Turns;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The commands about kept conversations. Files are read on the thread {@code sessions}, never under the line's lock. */
final class SessionCommands {
    private static final Logger LOG = LoggerFactory.getLogger(SessionCommands.class);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final int TAIL = 3;
    private static final int MOST_ROWS = 20;

    private final ChatSessions sessions;
    private final Turns turns;
    private final ChatDisplay display;
    private final Replies replies;
    private final Set<Path> exported = ConcurrentHashMap.newKeySet(); // in this chat: they may be replaced

    SessionCommands(ChatSessions sessions, Turns turns, ChatDisplay display, Replies replies) {
        this.sessions = sessions;
        this.turns = turns;
        this.display = display;
        this.replies = replies;
    }

    List<SlashCommand> commands() {
        return List.of(
                SlashCommand.of("/new", tr("start a new conversation"), this::startNew),
                SlashCommand.of("/sessions", tr("saved conversations, most recent first"), this::list),
                SlashCommand.of(
                                "/resume",
                                "[ID]",
                                tr("resume a saved conversation (default: the last one)"),
                                this::resume)
                        .completing(this::ids),
                SlashCommand.of("/search", "WORDS", tr("find words in all conversations"), this::search),
                SlashCommand.of("/export", "[FILE]", tr("save this conversation as Markdown"), this::export),
                SlashCommand.of("/history", tr("show this conversation"), this::history),
                SlashCommand.of("/undo", tr("undo the last question and answer"), this::undo));
    }

    /** Shows the end of the conversation that this one goes on with; under the line's lock. */
    void showEarlier() {
        sessions.earlier().ifPresent(this::showTail);
    }

    private void startNew() {
        replies.forget();
        display.dim(tr("New conversation."));
    }

    private void list() {
        load(() -> sessions.folder().list(), found -> {
            found.stream().limit(MOST_ROWS).forEach(this::row);
            if (found.isEmpty()) {
                display.dim(tr("No saved conversations yet."));
            } else if (found.size() > MOST_ROWS) {
                display.dim(tr("… %s more: voicebot sessions list", found.size() - MOST_ROWS));
            }
        });
    }

    private void row(SessionSummary session) {
        String row = "%-18s %s %4d  %s"
                .formatted(
                        session.id(),
                        MINUTE.format(session.used().atZone(sessions.zone())),
                        session.turns(),
                        SafeText.row(session.firstWords()));
        display.plain(TextColumns.fit(row, display.columns()));
    }

    private List<Choice> ids() {
        return sessions.folder().ids().stream().map(Choice::of).toList();
    }

    private void resume(String id) {
        load(() -> id.isEmpty() ? beforeThis() : sessions.folder().find(id), this::goOnWith);
    }

    private SavedSession beforeThis() {
        String own = recorded().orElse("");
        return sessions.folder().list().stream()
                .filter(session -> !session.id().equals(own))
                .findFirst()
                .map(session -> sessions.folder().find(session.id()))
                .orElseThrow(() -> new AssistantException(FaultKind.USAGE, tr("No other conversation yet.")));
    }

    private void goOnWith(SavedSession session) {
        replies.afterAll(() -> tellFaults(() -> {
            boolean isCopy =
                    sessions.recorder().map(kept -> kept.resume(session)).orElse(false);
            session.restore(turns, sessions.historyTurns());
            display.later(() -> {
                showTail(session);
                if (isCopy) {
                    display.notice(tr("%s is open in another chat. Continuing in a copy.", session.id()));
                }
            });
        }));
    }

    private void showTail(SavedSession session) {
        session.tail(TAIL).forEach(this::show);
        display.dim(trn(
                "Resumed %s (%d turn).",
                "Resumed %s (%d turns).",
                session.turns().size(),
                session.id(),
                session.turns().size()));
        display.blankRow();
    }

    private void show(SavedTurn turn) {
        show(turn.asked(), turn.answered());
        if (!turn.reply().fault().isEmpty()) {
            display.notice(turn.reply().fault());
        } else if (turn.reply().end() != SavedTurn.End.WHOLE) {
            display.dim("[" + tr(turn.reply().end().mark()) + "]");
        }
        display.blankRow();
    }

    private void show(Exchange turn) {
        show(turn.question(), turn.answer());
        display.blankRow();
    }

    private void show(String question, String answer) {
        display.question(SafeText.rows(question));
        display.answer(answer.strip());
    }

    private void search(String words) {
        if (words.isBlank()) {
            display.notice(tr("/search needs words, for example /search tea ceremony."));
            return;
        }
        load(() -> someFound(words), hits -> {
            hits.stream().limit(MOST_ROWS).forEach(this::row);
            if (hits.isEmpty()) {
                display.dim(tr("No conversation contains '%s'.", words));
            } else if (hits.size() > MOST_ROWS) {
                display.dim(tr("… and more: voicebot sessions search"));
            }
        });
    }

    /** No more than can be shown, and one. */
    private List<SessionHit> someFound(String words) {
        return sessions.folder()
                .search(words)
                .flatMap(List::stream)
                .limit(MOST_ROWS + 1)
                .toList();
    }

    private void row(SessionHit hit) {
        String row = "%-18s %4d  %s".formatted(hit.id(), hit.turn().number(), SafeText.row(hit.excerpt()));
        display.plain(TextColumns.fit(row, display.columns()));
    }

    private void export(String name) {
        load(() -> write(name), file -> display.dim(tr("Saved to %s.", file)));
    }

    private Path write(String name) {
        SavedSession session = sessions.folder().find(own());
        Path file = fileNamed(name.isEmpty() ? "voicebot-" + session.id() + ".md" : name);
        try {
            String text = SafeText.document(new SessionMarkdown(sessions.zone()).of(session));
            if (name.isEmpty() || exported.contains(file)) { // the usual name is this conversation's own
                WholeFile.write(file, text);
            } else {
                PrivateFiles.write(file, text);
                exported.add(file);
            }
        } catch (FileAlreadyExistsException e) {
            throw new AssistantException(FaultKind.USAGE, tr("%s already exists. Choose another name.", file), e);
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot write %s", file), e);
        }
        return file;
    }

    private static Path fileNamed(String name) {
        try {
            return Path.of(name).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new AssistantException(FaultKind.USAGE, tr("Not a valid file name: %s.", name), e);
        }
    }

    private String own() {
        if (sessions.recorder().isEmpty()) {
            throw new AssistantException(FaultKind.USAGE, tr("This conversation is private: nothing is saved."));
        }
        return recorded().orElseThrow(() -> new AssistantException(FaultKind.USAGE, tr("This conversation is empty.")));
    }

    private Optional<String> recorded() {
        return sessions.recorder().flatMap(SessionRecorder::id);
    }

    private void history() {
        if (sessions.recorder().isPresent()) {
            load(() -> sessions.folder().find(own()), session -> session.turns().forEach(this::show));
            return;
        }
        replies.afterAll(() -> {
            List<Exchange> all = turns.exchanges();
            display.later(() -> all.forEach(this::show));
        });
    }

    private void undo() {
        Optional<String> running = replies.runningQuestion();
        replies.afterAll(() -> tellFaults(() -> {
            Optional<String> taken = takenBack(running);
            display.later(() -> display.dim(
                    taken.map(question -> tr("Removed: %s", question)).orElse(tr("Nothing to undo."))));
        }));
    }

    /** A running reply that was stopped before anything of it was heard is not remembered: the one before it stays. */
    private Optional<String> takenBack(Optional<String> running) {
        List<Exchange> all = turns.exchanges();
        boolean runningIsLast = !all.isEmpty()
                && running.filter(all.get(all.size() - 1).question()::equals).isPresent();
        return running.isPresent() && !runningIsLast ? running : turns.undo().map(Exchange::question);
    }

    /** What commands before this one change is changed when {@code work} runs. */
    private <T> void load(Supplier<T> work, Consumer<T> show) {
        CompletableFuture<Void> before = replies.allDone();
        Worker.SESSIONS.start(() -> tellFaults(() -> {
            before.join();
            T loaded = work.get();
            display.later(() -> show.accept(loaded));
        }));
    }

    private void tellFaults(Runnable work) {
        try {
            work.run();
        } catch (AssistantException e) {
            LOG.info("a command about sessions failed", e);
            display.later(() -> display.notice(e.userMessage()));
        }
    }
}
