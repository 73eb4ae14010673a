package dev.voicebot.usage;

import dev.voicebot.config.UsageSettings;
import java.util.Optional;

/** What tests let a chat cost. */
public final class Limits {
    public static final UsageSettings NONE = new UsageSettings("CNY", Optional.empty(), Optional.empty());

    private Limits() {}

    public static UsageSettings ofChat(double most) {
        return new UsageSettings("CNY", Optional.of(most), Optional.empty());
    }

    public static UsageSettings ofDay(double most) {
        return new UsageSettings("CNY", Optional.empty(), Optional.of(most));
    }
}
