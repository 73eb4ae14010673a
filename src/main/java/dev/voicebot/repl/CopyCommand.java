package dev.voicebot.repl;

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

    private final Board board;
    private final ChatLine line;
    private final Replies replies;
    private final Clipboard clipboard;

    CopyCommand(Board board, ChatLine line, Replies replies, Map<String, String> environment) {
        this.board = board;
        this.line = line;
        this.replies = replies;
        this.clipboard = new Clipboard(environment);
    }

    List<SlashCommand> commands() {
        return List.of(
                SlashCommand.of("/copy", "[code]", "the last reply, or its last code, to the clipboard", this::copy)
                        .completing(() -> List.of(new SlashCommand.Choice(CODE, "the last block of code"))));
    }

    private void copy(String what) {
        String reply = replies.lastText().strip();
        if (reply.isEmpty()) {
            board.notice("there is no reply yet");
        } else if (what.isEmpty()) {
            put(reply, "the reply");
        } else if (what.equals(CODE)) {
            lastBlock(reply)
                    .ifPresentOrElse(code -> put(code, "the code"), () -> board.notice("the last reply holds no code"));
        } else {
            board.notice("/copy takes the last reply, /copy code its last block of code");
        }
    }

    static Optional<String> lastBlock(String markdown) {
        return BLOCK.matcher(markdown)
                .results()
                .reduce((first, second) -> second)
                .map((MatchResult block) -> block.group(2).stripTrailing());
    }

    private void put(String text, String what) {
        Optional<List<String>> program = clipboard.program();
        Optional<String> sequence = line.isPlain() ? Optional.empty() : Clipboard.sequence(text);
        if (program.isEmpty() && sequence.isEmpty()) {
            board.notice(what + " cannot be copied: install wl-clipboard or xclip");
            return;
        }
        program.ifPresent(words -> Clipboard.hand(text, words));
        sequence.ifPresent(line::send);
        board.dim(what + " is on the clipboard (" + text.codePointCount(0, text.length()) + " characters)");
    }
}
