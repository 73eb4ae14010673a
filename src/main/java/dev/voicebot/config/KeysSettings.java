package dev.voicebot.config;

import java.util.List;

/** What keys do, by the names of {@link KeyNames}. */
public record KeysSettings(
        List<String> talk,
        List<String> pause,
        List<String> skip,
        List<String> repeat,
        List<String> faster,
        List<String> slower) {
    static final SettingTable TABLE = new SettingTable("keys");

    public static final Setting<List<String>> TALK = TABLE.setting(
            "talk", Kind.KEYS, "f2, ctrl-space, space", "Push-to-talk keys; space works only on an empty line.");
    public static final Setting<List<String>> PAUSE =
            TABLE.setting("pause", Kind.KEYS, "alt-p", "Pauses or resumes speech.");
    public static final Setting<List<String>> SKIP =
            TABLE.setting("skip", Kind.KEYS, "alt-right", "Skips to the next sentence.");
    public static final Setting<List<String>> REPEAT =
            TABLE.setting("repeat", Kind.KEYS, "alt-left", "Repeats this sentence, or the previous one.");
    public static final Setting<List<String>> FASTER =
            TABLE.setting("faster", Kind.KEYS, "alt-up", "Speaks faster (up to 3×).");
    public static final Setting<List<String>> SLOWER =
            TABLE.setting("slower", Kind.KEYS, "alt-down", "Speaks slower (down to 0.5×).");

    /** Where no key is seen alone. */
    public static final KeysSettings NONE =
            new KeysSettings(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    static KeysSettings of(SettingValues values) {
        return new KeysSettings(
                values.of(TALK),
                values.of(PAUSE),
                values.of(SKIP),
                values.of(REPEAT),
                values.of(FASTER),
                values.of(SLOWER));
    }
}
