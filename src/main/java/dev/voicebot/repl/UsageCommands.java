package dev.voicebot.repl;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.screen.ChatDisplay;
import dev.voicebot.screen.SlashCommand;
import dev.voicebot.terminal.TextColumns;
import dev.voicebot.threads.Worker;
import dev.voicebot.usage.Usage;
import dev.voicebot.usage.UsageMeter;
import dev.voicebot.usage.UsageText;
import java.util.List;

/** What the conversation costs. */
final class UsageCommands {
    private final UsageMeter meter;
    private final ChatDisplay display;
    private final boolean inWords;

    /** {@code inWords}: sentences instead of columns. */
    UsageCommands(UsageMeter meter, ChatDisplay display, boolean inWords) {
        this.inWords = inWords;
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
                rows(turn, chat, today);
                display.dim(tr("Costs are estimates. Check [prices] against the provider's price list."));
            });
        } catch (AssistantException e) {
            display.later(() -> display.notice(e.userMessage()));
        }
    }

    private void rows(Usage turn, Usage chat, Usage today) {
        if (!inWords) {
            display.dim(UsageText.heading(label(tr("usage"))));
        }
        row(tr("last turn"), turn);
        row(tr("this chat"), chat);
        row(tr("today"), today);
        String unpriced = UsageText.unpriced(today.plus(chat));
        if (!unpriced.isEmpty()) {
            display.plain(unpriced);
        }
    }

    private void row(String label, Usage usage) {
        if (inWords) {
            display.entry(label, UsageText.sentence(usage, meter.currency()));
        } else {
            display.plain(UsageText.row(label(label), usage, meter.currency()));
        }
    }

    private static String label(String text) {
        return TextColumns.pad(text, UsageText.LABEL);
    }
}
