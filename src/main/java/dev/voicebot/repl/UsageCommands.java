package dev.voicebot.repl;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.screen.ChatDisplay;
import dev.voicebot.screen.SlashCommand;
import dev.voicebot.threads.Worker;
import dev.voicebot.usage.Usage;
import dev.voicebot.usage.UsageMeter;
import dev.voicebot.usage.UsageText;
import java.util.List;

/** What the conversation costs. */
final class UsageCommands {
    private final UsageMeter meter;
    private final ChatDisplay display;

    UsageCommands(UsageMeter meter, ChatDisplay display) {
        this.meter = meter;
        this.display = display;
    }

    List<SlashCommand> commands() {
        return List.of(SlashCommand.of("/usage", tr("show tokens, characters, audio and cost"), this::show));
    }

    private void show() {
        Usage turn = meter.lastTurn();
        Usage chat = meter.chat();
        Worker.USAGE.start(() -> show(turn, chat));
    }

    private void show(Usage turn, Usage chat) {
        try {
            Usage today = meter.today();
            display.later(() -> {
                row(tr("last turn"), turn);
                row(tr("this chat"), chat);
                row(tr("today"), today);
                display.dim(tr("Costs are estimates. Check [prices] against the provider's price list."));
            });
        } catch (AssistantException e) {
            display.later(() -> display.notice(e.userMessage()));
        }
    }

    private void row(String label, Usage usage) {
        display.entry(label, UsageText.row("", usage, meter.currency()).strip());
    }
}
