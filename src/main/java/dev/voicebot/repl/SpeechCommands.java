package dev.voicebot.repl;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.KeysSettings;
import dev.voicebot.screen.ChatDisplay;
import dev.voicebot.screen.ChatLine;
import dev.voicebot.screen.ChatState;
import dev.voicebot.screen.Replies;
import dev.voicebot.screen.SlashCommand;
import dev.voicebot.terminal.KeyName;
import dev.voicebot.turn.Transport;
import java.util.List;
import java.util.function.BooleanSupplier;

/** {@code /continue /more /pause /skip /repeat /faster /slower}, and their keys: moving through what is being spoken. */
final class SpeechCommands {
    private final ChatDisplay display;
    private final Transport transport;
    private final Replies replies;
    private final KeysSettings keys;

    SpeechCommands(ChatDisplay display, Transport transport, Replies replies, KeysSettings keys) {
        this.display = display;
        this.transport = transport;
        this.replies = replies;
        this.keys = keys;
    }

    List<SlashCommand> commands() {
        return List.of(
                SlashCommand.of("/continue", tr("continue an interrupted reply"), this::goOn),
                SlashCommand.of("/more", tr("speak the rest of a shortened reply"), this::goOn),
                command("/pause", tr("pause or resume speech"), keys.pause(), this::pause),
                command("/skip", tr("skip to the next sentence"), keys.skip(), this::skip),
                command("/repeat", tr("repeat this sentence, or the previous one"), keys.repeat(), this::repeat),
                command("/faster", tr("speak faster (up to 3×)"), keys.faster(), this::faster),
                command("/slower", tr("speak slower (down to 0.5×)"), keys.slower(), this::slower));
    }

    void bind(ChatLine line) {
        bind(line, "speech-pause", this::pause, keys.pause());
        bind(line, "speech-skip", this::skip, keys.skip());
        bind(line, "speech-repeat", this::repeat, keys.repeat());
        bind(line, "speech-faster", this::faster, keys.faster());
        bind(line, "speech-slower", this::slower, keys.slower());
    }

    private static void bind(ChatLine line, String name, Runnable action, List<String> keys) {
        KeyName.all(keys).forEach(key -> line.bind(name, action, key.sequences()));
    }

    private static SlashCommand command(String name, String summary, List<String> keys, Runnable action) {
        String inBrackets = keys.isEmpty() ? "" : " (" + KeyName.labels(KeyName.all(keys)) + ")";
        return SlashCommand.of(name, summary + inBrackets, action);
    }

    /** A reply that is only paused goes on by itself. */
    private void goOn() {
        if (transport.isPaused()) {
            transport.togglePause();
        } else if (!replies.goOn()) {
            display.dim(tr("The reply is still running."));
        }
    }

    private void pause() {
        unlessSilent(transport::togglePause);
    }

    private void skip() {
        unlessSilent(transport::skipSentence);
    }

    private void repeat() {
        unlessSilent(transport::repeatSentence);
    }

    private void unlessSilent(BooleanSupplier action) {
        if (!action.getAsBoolean()) {
            display.dim(tr("Nothing is being spoken."));
        }
    }

    private void faster() {
        transport.faster();
        tellSpeed();
    }

    private void slower() {
        transport.slower();
        tellSpeed();
    }

    /** While something is spoken, the state shows it. */
    private void tellSpeed() {
        if (!transport.isActive()) {
            display.dim(tr("speed %s", ChatState.speed(transport.speed())));
        }
    }
}
