package dev.voicebot.repl;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.screen.BlockText;
import dev.voicebot.screen.ChatDisplay;
import dev.voicebot.screen.ChatLine;
import dev.voicebot.screen.Replies;
import dev.voicebot.screen.SlashCommand;
import dev.voicebot.screen.SlashCommands;
import dev.voicebot.screen.YesNo;
import dev.voicebot.talk.HandsFree;
import dev.voicebot.talk.HearingOffer;
import dev.voicebot.talk.Talking;
import java.time.Duration;
import java.util.List;

/** What becomes of a line that is typed, and of Ctrl-C and Esc. All under the line's lock. */
final class LineDispatch {
    private static final Duration AGAIN = Duration.ofSeconds(3);

    private final ChatDisplay display;
    private final ChatLine line;
    private final Replies replies;
    private final Talking talking;
    private final HandsFree handsFree;
    private final YesNo question;
    private final HearingOffer offer;
    private final SlashCommands commands;
    private boolean pressed; // Ctrl-C at an empty prompt
    private long pressedNanos;

    LineDispatch(ChatDisplay display, ChatLine line, ChatAreas areas, SlashCommands commands) {
        this.display = display;
        this.line = line;
        this.replies = areas.replies();
        this.talking = areas.talking();
        this.handsFree = areas.handsFree();
        this.question = areas.question();
        this.offer = areas.offer();
        this.commands = commands;
    }

    /** The key. */
    void enter() {
        if (question.isAnswered(line.text())) {
            line.discard();
            display.refresh();
            return;
        }
        boolean wakes = line.text().isBlank() && handsFree.wake();
        if (!wakes && !talking.stopAndSend()) {
            takeLine();
        }
    }

    /** Enter inside a block begins a new line. */
    private void takeLine() {
        if (BlockText.isOpen(line.text())) {
            line.insert("\n");
        } else {
            submit(line.take());
        }
    }

    /** A whole line. */
    void submit(String text) {
        pressed = false;
        if (text.isBlank()) {
            return;
        }
        if (BlockText.isWhole(text)) {
            replies.ask(BlockText.content(text));
        } else if (text.startsWith("//")) {
            replies.ask(text.substring(1));
        } else if (text.startsWith("/")) {
            command(text.strip());
        } else {
            replies.ask(text);
        }
    }

    private void command(String typed) {
        String[] words = typed.split("\\s+", 2);
        String argument = words.length > 1 ? words[1] : "";
        commands.find(words[0])
                .ifPresentOrElse(command -> run(command, argument), () -> display.notice(commands.unknown(words[0])));
    }

    private void run(SlashCommand command, String argument) {
        if (!argument.isEmpty() && !command.takesArgument()) {
            display.notice(tr("%s takes no argument. (To send text that starts with /, type //.)", command.name()));
            return;
        }
        command.action().accept(argument);
    }

    /** Ctrl-C. */
    void interruptOrClear() {
        if (interrupt()) {
            return;
        }
        if (!line.text().isEmpty()) {
            line.discard();
            display.refresh();
        } else if (offer.cancel()) {
            display.refresh();
        } else if (line.isPlain()) { // the line that is being read cannot be left
            display.dim(tr("Press Ctrl-D or type /quit to exit."));
        } else if (isAgain()) {
            line.leave();
        } else {
            display.dim(tr("Press Ctrl-C again to exit."));
        }
    }

    /** Whether Ctrl-C was pressed a moment ago, too. */
    private boolean isAgain() {
        long now = System.nanoTime();
        boolean again = pressed && now - pressedNanos < AGAIN.toNanos();
        pressed = true;
        pressedNanos = now;
        return again;
    }

    /** Esc. */
    void stop() {
        if (!interrupt()) {
            offer.cancel();
        }
    }

    /** Whether a talk, a question or a reply was there to be stopped. */
    boolean interrupt() {
        if (talking.cancel() || question.refuse() || handsFree.stopsListening()) {
            return true;
        }
        boolean stopped = replies.interrupt();
        return takeBack(replies.takeBackAll()) || stopped;
    }

    /** Puts questions that were queued back into the line, before what is typed there. */
    boolean takeBack(List<String> questions) {
        if (questions.isEmpty()) {
            return false;
        }
        line.insertBefore(String.join("\n", questions));
        display.refresh();
        return true;
    }
}
