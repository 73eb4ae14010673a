package dev.voicebot.repl;

import dev.voicebot.config.KeysSettings;
import dev.voicebot.terminal.KeyName;
import java.util.List;

/** Keys that move through what is being spoken. */
public record TransportKeys(
        List<KeyName> pause, List<KeyName> skip, List<KeyName> repeat, List<KeyName> faster, List<KeyName> slower) {
    public static final TransportKeys NONE = new TransportKeys(List.of(), List.of(), List.of(), List.of(), List.of());

    public TransportKeys {
        pause = List.copyOf(pause);
        skip = List.copyOf(skip);
        repeat = List.copyOf(repeat);
        faster = List.copyOf(faster);
        slower = List.copyOf(slower);
    }

    public static TransportKeys of(KeysSettings keys) {
        return new TransportKeys(
                KeyName.all(keys.pause()),
                KeyName.all(keys.skip()),
                KeyName.all(keys.repeat()),
                KeyName.all(keys.faster()),
                KeyName.all(keys.slower()));
    }
}
