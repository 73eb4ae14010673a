package dev.voicebot.repl;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.threads.Worker;
import dev.voicebot.usage.Usage;
import dev.voicebot.usage.UsageMeter;
import dev.voicebot.usage.UsageText;
import java.util.List;

/** What the conversation costs. */
final class UsageCommands {
    private final UsageMeter meter;
    private final Board board;

    UsageCommands(UsageMeter meter, Board board) {
        this.meter = meter;
        this.board = board;
    }

    List<SlashCommand> commands() {
        return List.of(SlashCommand.of("/usage", "show tokens, characters, audio and cost", this::show));
    }

    private void show() {
        Usage turn = meter.lastTurn();
        Usage chat = meter.chat();
        Worker.USAGE.start(() -> show(turn, chat));
    }

    private void show(Usage turn, Usage chat) {
        try {
            Usage today = meter.today();
            board.later(() -> {
                row("last turn", turn);
                row("this chat", chat);
                row("today", today);
                board.dim("Costs are estimates. Check [prices] against the provider's price list.");
            });
        } catch (AssistantException e) {
            board.later(() -> board.notice(e.userMessage()));
        }
    }

    private void row(String label, Usage usage) {
        board.plain(UsageText.row(label, usage, meter.currency()));
    }
}
