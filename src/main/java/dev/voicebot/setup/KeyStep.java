package dev.voicebot.setup;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.DashScopeSettings;
import dev.voicebot.config.Region;
import dev.voicebot.credentials.KeyCommand;
import dev.voicebot.credentials.Secret;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.terminal.Questions;
import dev.voicebot.wiring.KeyTrial;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Asks for the DashScope key, or a command that prints it, and finds out where it belongs. Stores nothing. */
public final class KeyStep {
    private static final Pattern PLAUSIBLE = Pattern.compile("[!-~]{8,4096}");

    private final DashScopeSettings settings;
    private final KeyTrial trial;
    private final Questions questions;
    private final Cancellation cancellation;

    public KeyStep(DashScopeSettings settings, KeyTrial trial, Questions questions, Cancellation cancellation) {
        this.settings = settings;
        this.trial = trial;
        this.questions = questions;
        this.cancellation = cancellation;
    }

    /** What was asked for, as settings; nothing if the user skipped it. Blocks. */
    public Map<String, String> run() {
        questions.tell(
                settings.apiKey()
                        .map(key -> tr("A DashScope key is set (%s). Enter keeps it.", key.origin()))
                        .orElseGet(
                                () -> tr(
                                        "A DashScope key enables voice input, a language model and better voices. Without one, the built-in engines are used.")));
        while (true) {
            String typed = questions
                    .askHidden(tr("API key (not shown; Enter to skip): "))
                    .strip();
            Optional<Map<String, String>> answer = typed.isEmpty() ? command() : key(typed);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
    }

    /** Empty if the key has to be asked for once more. */
    private Optional<Map<String, String>> key(String typed) {
        if (!PLAUSIBLE.matcher(typed).matches()) {
            questions.tell(tr("That is not an API key. Keys have no spaces and usually start with sk-."));
            return Optional.empty();
        }
        return tried(new Secret(typed), Map.of(DashScopeSettings.API_KEY.key(), typed));
    }

    private Optional<Map<String, String>> command() {
        String command = questions
                .ask(tr("Command that prints it, such as pass show dashscope (Enter to skip): "))
                .strip();
        if (command.isEmpty()) {
            return Optional.of(Map.of());
        }
        Map<String, String> wanted =
                Map.of(DashScopeSettings.API_KEY.key(), "", DashScopeSettings.API_KEY_COMMAND.key(), command);
        return printed(command).flatMap(key -> tried(new Secret(key), wanted));
    }

    private Optional<String> printed(String command) {
        try {
            return Optional.of(new KeyCommand(command, tr("The command")).get());
        } catch (AssistantException e) {
            cancellation.throwIfCancelled();
            questions.tell(e.userMessage());
            return Optional.empty();
        }
    }

    private Optional<Map<String, String>> tried(Secret key, Map<String, String> wanted) {
        questions.tell(tr("Checking the key…"));
        KeyTrial.Outcome outcome = trial.of(key);
        cancellation.throwIfCancelled();
        if (outcome.region().isPresent()) {
            return Optional.of(accepted(outcome.region().get(), wanted));
        }
        if (outcome.isRefused()) {
            questions.tell(tr("No region accepts this key. Copy it again from the Model Studio console."
                    + " (Coding-plan keys use their own hosts.)"));
            return Optional.empty();
        }
        questions.tell(tr("Cannot reach the service, so the key was not checked. Check the network."));
        return isYes(questions.ask(tr("Save it unchecked? [y/N] "))) ? Optional.of(wanted) : Optional.empty();
    }

    private Map<String, String> accepted(Region region, Map<String, String> wanted) {
        questions.tell(tr("The key works. Its region is %s.", region.title()));
        if (region == settings.region()) {
            return wanted;
        }
        Map<String, String> more = new LinkedHashMap<>(wanted);
        more.put(DashScopeSettings.REGION.key(), region.setting());
        return more;
    }

    private static boolean isYes(String answer) {
        return answer.strip().equalsIgnoreCase("y") || answer.strip().equalsIgnoreCase("yes");
    }
}
