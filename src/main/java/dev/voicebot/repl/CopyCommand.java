package dev.voicebot.repl;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.programs.Clipboard;
import dev.voicebot.screen.ChatDisplay;
import dev.voicebot.screen.ChatLine;
import dev.voicebot.screen.Replies;
import dev.voicebot.screen.SlashCommand;
import dev.voicebot.threads.Worker;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** {@code /copy}: the last reply, or its last block of code, on the clipboard. */
final class CopyCommand {
    private static final String CODE = "code";
    private static final Pattern BLOCK = Pattern.compile(
            "^ {0,3}(`{3,}|~{3,})[^\\n]*\\n(.*?)(?:^ {0,3}\\1|\\z)", Pattern.DOTALL | Pattern.MULTILINE);

    private final ChatDisplay display;
    private final Replies replies;
    private final Clipboard clipboard;

    CopyCommand(ChatDisplay display, ChatLine line, Replies replies, Map<String, String> environment) {
        this.display = display;
        this.replies = replies;
        this.clipboard = new Clipboard(
                environment, line.isPlain() ? Optional.empty() : Optional.of(s -> line.hold(() -> line.send(s))));
    }

    List<SlashCommand> commands() {
        return List.of(
                SlashCommand.of("/copy", "[code]", tr("copy the last reply (or its last code block)"), this::copy)
                        .completing(() -> List.of(new SlashCommand.Choice(CODE, tr("the last code block")))));
    }

    private void copy(String what) {
        String reply = replies.lastText().strip();
        if (reply.isEmpty()) {
            display.notice(tr("No reply yet."));
        } else if (what.isEmpty()) {
            put(reply, tr("the reply"));
        } else if (what.equals(CODE)) {
            lastBlock(reply)
                    .ifPresentOrElse(
                            code -> put(code, tr("the code")),
                            () -> display.notice(tr("The last reply contains no code.")));
        } else {
            display.notice(tr("Use /copy for the last reply, or /copy code for its last code block."));
        }
    }

    static Optional<String> lastBlock(String markdown) {
        return BLOCK.matcher(markdown)
                .results()
                .reduce((first, second) -> second)
                .map((MatchResult block) -> block.group(2).stripTrailing());
    }

    /** On a thread of its own: a desktop that hangs must not hold the prompt. */
    private void put(String text, String what) {
        Worker.CLIPBOARD.start(() -> {
            try {
                String where = clipboard.put(text);
                int length = text.codePointCount(0, text.length());
                display.later(() -> display.dim(tr("Copied %s to %s (%s characters).", what, where, length)));
            } catch (AssistantException e) {
                display.later(() -> display.notice(e.userMessage()));
            }
        });
    }
}
