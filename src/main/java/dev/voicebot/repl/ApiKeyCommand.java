package dev.voicebot.repl;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.screen.ChatDisplay;
import dev.voicebot.screen.ChatLine;
import dev.voicebot.screen.SlashCommand;
import dev.voicebot.terminal.Questions;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** {@code /key}: asks for the DashScope key; the chat then begins again with it. */
final class ApiKeyCommand {
    private final ChatDisplay display;
    private final ChatLine line;
    private final BiPredicate<Questions, Cancellation> key;
    private final Runnable beginAgain;

    /**
     * The command.
     *
     * @param key asks and stores; false if the user skipped it
     * @param beginAgain leaves the chat, which opens all engines with the settings of then
     */
    ApiKeyCommand(ChatDisplay display, ChatLine line, BiPredicate<Questions, Cancellation> key, Runnable beginAgain) {
        this.display = display;
        this.line = line;
        this.key = key;
        this.beginAgain = beginAgain;
    }

    List<SlashCommand> commands() {
        return List.of(SlashCommand.of("/key", tr("set the DashScope key"), this::ask)
                .detailed(tr("What you type is not shown and goes into no history. 'voicebot setup' also tests the"
                        + " microphone and speaker.")));
    }

    private void ask() {
        Cancellation cancellation = new Cancellation();
        Asked asked = new Asked();
        line.ask(questions -> asked.run(questions, cancellation), cancellation::cancel);
        asked.fault.ifPresent(display::notice);
        if (asked.isStored) {
            beginAgain.run();
        }
    }

    /** What became of the question. */
    private final class Asked {
        private boolean isStored;
        private Optional<String> fault = Optional.empty();

        void run(Questions questions, Cancellation cancellation) {
            try {
                isStored = key.test(questions, cancellation);
            } catch (AssistantException e) {
                fault = Optional.of(e.kind() == FaultKind.INTERRUPTED ? tr("Nothing was changed.") : e.userMessage());
            }
        }
    }
}
