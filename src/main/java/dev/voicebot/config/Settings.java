package dev.voicebot.config;

import java.util.Map;

/** All settings, checked: a record for each table, which stands beside the constants of its keys. */
public record Settings(
        DashScopeSettings dashscope,
        ChatSettings chat,
        RecognitionSettings recognition,
        SynthesisSettings synthesis,
        AudioSettings audio,
        RecordingsSettings recordings,
        SpeechSettings speech,
        KeysSettings keys,
        UsageSettings usage,
        NetworkSettings network,
        ModelsSettings models,
        UiSettings ui,
        TalkSettings talk,
        HandsFreeSettings handsFree,
        Map<String, String> pronunciations,
        Map<String, Double> prices) {
    public static final String AUTO = Setting.AUTO;

    public static final OpenTable<String> PRONUNCIATIONS = new OpenTable<>(
            "pronunciations",
            Kind.TEXT.withEmpty(),
            "How a word is spoken, in any language; empty: it is skipped.",
            "kubectl = \"cube control\"");
    public static final OpenTable<Double> PRICES = new OpenTable<>(
            "prices",
            Kind.decimal(0, 1_000_000),
            "Prices: MODEL-input and MODEL-output per million tokens, a speech model per 10,000 characters,"
                    + " a recognizer per hour; they override the service's own list ('voicebot models').",
            "qwen-plus-input = 0.8");

    static Settings of(SettingValues values, Addresses addresses, KeptFolders folders) {
        return new Settings(
                DashScopeSettings.of(values, addresses.regions()),
                ChatSettings.of(values),
                RecognitionSettings.of(values),
                SynthesisSettings.of(values),
                AudioSettings.of(values),
                RecordingsSettings.of(values, folders),
                SpeechSettings.of(values),
                KeysSettings.of(values),
                UsageSettings.of(values),
                NetworkSettings.of(values),
                ModelsSettings.of(values, folders),
                UiSettings.of(values),
                TalkSettings.of(values),
                HandsFreeSettings.of(values),
                values.of(PRONUNCIATIONS),
                values.of(PRICES));
    }
}
