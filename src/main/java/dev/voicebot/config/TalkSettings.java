package dev.voicebot.config;

import java.time.Duration;

/** Talking by key. */
public record TalkSettings(Duration tail, boolean sounds, Answering answer) {
    static final SettingTable TABLE = new SettingTable("talk");

    public static final Setting<Duration> TAIL = TABLE.setting(
            "tail",
            Kind.duration("0s", "5s"),
            "250ms",
            "Time the microphone stays open after you stop talking, to catch the last word.");
    public static final Setting<Boolean> SOUNDS = TABLE.setting(
            "sounds",
            Kind.BOOLEAN,
            "false",
            "Play a short tone when recording starts and stops (always with " + ChatSettings.PLAIN.key()
                    + "), and a soft one while a spoken question awaits its answer.");

    public static final Setting<Answering> ANSWER = TABLE.setting(
            "answer",
            Kind.choice(Answering.class),
            "off",
            "When a spoken reply ends in a question: auto opens the microphone for your answer, off waits for the talk key.");

    static TalkSettings of(SettingValues values) {
        return new TalkSettings(values.of(TAIL), values.of(SOUNDS), values.of(ANSWER));
    }
}
