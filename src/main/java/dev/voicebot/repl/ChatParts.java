package dev.voicebot.repl;

import dev.voicebot.audio.AudioOutput;
import dev.voicebot.config.EffectiveSetting;
import dev.voicebot.config.KeysSettings;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.recordings.RecordingArchive;
import dev.voicebot.talk.TalkParts;
import dev.voicebot.terminal.Questions;
import dev.voicebot.turn.Turns;
import dev.voicebot.usage.UsageMeter;
import dev.voicebot.wiring.LiveSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a chat screen is made of.
 *
 * @param greeting rows printed before the first prompt
 * @param historyFile keeps the questions; made where it is missing, readable by its owner alone; none in a private talk
 * @param settings those in force at the beginning
 * @param suspend stops this process as Ctrl-Z does elsewhere; returns when it goes on
 * @param environment the process's
 * @param archive where the saved replies are
 * @param speaker opened for each reply that is heard again
 * @param key asks for a key and stores it; false if the user skipped it
 * @param notices receives who shows the lines for the user that come up at any time, on any thread
 */
public record ChatParts(
        Turns turns,
        TalkParts talk,
        List<String> greeting,
        Optional<Path> historyFile,
        ChatSessions sessions,
        UsageMeter usage,
        ControlParts control,
        ChatStyle style,
        KeysSettings keys,
        LiveSettings live,
        List<EffectiveSetting> settings,
        Runnable suspend,
        Map<String, String> environment,
        RecordingArchive archive,
        Supplier<AudioOutput> speaker,
        Consumer<Consumer<String>> notices,
        BiPredicate<Questions, Cancellation> key) {

    public ChatParts {
        greeting = List.copyOf(greeting);
        settings = List.copyOf(settings);
        environment = Map.copyOf(environment);
    }
}
