package dev.voicebot.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Talking without keys; {@code threshold} in decibels above the room's noise. */
public record HandsFreeSettings(
        boolean enabled,
        Duration silence,
        Duration patience,
        Duration maxUtterance,
        double threshold,
        boolean headphones,
        boolean bargeIn,
        Duration sleepAfter,
        Optional<String> wakeWord,
        List<String> backChannels,
        List<String> stopWords,
        List<String> goodbyes) {
    static final SettingTable TABLE = new SettingTable("handsfree");

    public static final Setting<Boolean> ENABLED =
            TABLE.setting("enabled", Kind.BOOLEAN, "false", "Start every chat hands-free, as with --hands-free.");
    public static final Setting<Duration> SILENCE = TABLE.setting(
            "silence",
            Kind.duration("200ms", "10s"),
            "800ms",
            "Silence that ends an utterance, if its words do not say whether it is over.");
    public static final Setting<Duration> PATIENCE = TABLE.setting(
            "patience",
            Kind.duration("200ms", "10s"),
            "2s",
            "Silence that ends an utterance even if its words ask for more (a comma, \"and\", 然后).");
    public static final Setting<Duration> MAX_UTTERANCE =
            TABLE.setting("max_utterance", Kind.duration("5s", "30m"), "2m", "Maximum length of an utterance.");
    public static final Setting<Double> THRESHOLD = TABLE.setting(
            "threshold",
            Kind.decimal(3, 40),
            "10",
            "Level of speech above room noise in dB, where the speech model cannot run.");
    public static final Setting<Boolean> HEADPHONES = TABLE.setting(
            "headphones", Kind.BOOLEAN, "false", "You wear headphones: even a quiet word interrupts a reply.");
    public static final Setting<Boolean> BARGE_IN =
            TABLE.setting("barge_in", Kind.BOOLEAN, "true", "Speaking during a reply interrupts it.");
    public static final Setting<Duration> SLEEP_AFTER = TABLE.setting(
            "sleep_after",
            Kind.duration("5s", "60m"),
            "2m",
            "Closes the microphone after this long without speech; a talk key or Enter opens it again.");
    public static final Setting<Optional<String>> WAKE_WORD = TABLE.optional(
            "wake_word",
            Kind.TEXT,
            "Phrase that wakes hands-free, which then starts asleep, such as hey voicebot or 小助手; needs the model 'wake'.");
    public static final Setting<List<String>> BACK_CHANNELS = TABLE.setting(
            "back_channels",
            Kind.PHRASES,
            "嗯, 嗯嗯, 对, 对对, 对对对, 好, 好的, 是, 是的, 哦, 噢, 啊, 明白, 知道了, 原来如此, mm-hmm, mhm, mm, uh-huh, hmm, yeah, yes, yep,"
                    + " right, ok, okay, sure, i see, got it, oh, wow",
            "Do not end a reply when said alone while it is spoken.");
    public static final Setting<List<String>> STOP_WORDS = TABLE.setting(
            "stop_words",
            Kind.PHRASES,
            "停, 停下, 停一下, 停止, 别说了, 不要说了, 安静, 闭嘴, 够了, 等等, 等一下, stop, stop it, please stop, wait, hold on, enough,"
                    + " quiet, be quiet, shut up, never mind",
            "End a reply when said alone; nothing is asked.");
    public static final Setting<List<String>> GOODBYES = TABLE.setting(
            "goodbyes",
            Kind.PHRASES,
            "再见, 拜拜, 再会, goodbye, good bye, bye, bye bye, see you",
            "Turn hands-free off when said alone.");

    static HandsFreeSettings of(SettingValues values) {
        return new HandsFreeSettings(
                values.of(ENABLED),
                values.of(SILENCE),
                values.of(PATIENCE),
                values.of(MAX_UTTERANCE),
                values.of(THRESHOLD),
                values.of(HEADPHONES),
                values.of(BARGE_IN),
                values.of(SLEEP_AFTER),
                values.of(WAKE_WORD),
                values.of(BACK_CHANNELS),
                values.of(STOP_WORDS),
                values.of(GOODBYES));
    }
}
