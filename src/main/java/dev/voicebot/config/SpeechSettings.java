package dev.voicebot.config;

import dev.voicebot.speakable.CodeSpeech;

/** How replies are put into spoken words. */
public record SpeechSettings(CodeSpeech code, boolean numbers, boolean oralPrompt, LongReplies digest) {
    static final SettingTable TABLE = new SettingTable("speech");

    public static final Setting<CodeSpeech> CODE = TABLE.setting(
            "code",
            Kind.choice(CodeSpeech.class),
            "announce",
            "How code blocks are spoken: announce their length, skip them, or read them.");
    public static final Setting<Boolean> NUMBERS = TABLE.setting(
            "numbers", Kind.BOOLEAN, "true", "Spell out numbers, units, dates and symbols in English or Chinese.");
    public static final Setting<Boolean> ORAL_PROMPT = TABLE.setting(
            "oral_prompt",
            Kind.BOOLEAN,
            "true",
            "Ask the model for short, conversational replies while they are spoken.");
    public static final Setting<LongReplies> DIGEST = TABLE.setting(
            "digest",
            Kind.choice(LongReplies.class),
            "off",
            "Replies of more than half a minute, or mostly code and tables; auto: speak the beginning, and /more speaks the rest.");

    static SpeechSettings of(SettingValues values) {
        return new SpeechSettings(values.of(CODE), values.of(NUMBERS), values.of(ORAL_PROMPT), values.of(DIGEST));
    }
}
