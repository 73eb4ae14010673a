package dev.voicebot.config;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Speech to text. */
public record RecognitionSettings(
        RecognitionEngine engine,
        ServerSettings server,
        String model,
        int sampleRate,
        Optional<String> language,
        Optional<String> translateTo,
        Optional<String> vocabularyId,
        Optional<Duration> maxEndSilence,
        boolean context,
        String localModel) {
    static final SettingTable TABLE = new SettingTable("recognition");

    public static final Setting<RecognitionEngine> ENGINE = TABLE.setting(
            "engine",
            Kind.choice(RecognitionEngine.class),
            "auto",
            "Speech recognizer; auto: dashscope with a key, otherwise a local model, a server on this machine, or"
                    + " off.");
    public static final Setting<Optional<URI>> BASE_URL = TABLE.optional(
            "base_url",
            Kind.uri("http", "https"),
            "Address of an OpenAI-compatible server (engine openai); empty: one found on this machine.");
    public static final Setting<String> API_KEY = TABLE.secret("api_key", "Key for base_url.");
    public static final Setting<Optional<String>> API_KEY_COMMAND =
            TABLE.optional("api_key_command", Kind.TEXT, "Command that prints that key, used if api_key is empty.");
    public static final Setting<Duration> TIMEOUT = TABLE.setting(
            "timeout", Kind.duration("100ms", "10m"), "60s", "Maximum wait for a transcript from that server.");
    public static final Setting<String> MODEL = TABLE.setting(
            "model",
            Kind.TEXT,
            Setting.AUTO,
            "Recognition model; auto: fun-asr-realtime while available, then another.");
    public static final Setting<Integer> SAMPLE_RATE = TABLE.setting(
            "sample_rate",
            Kind.integer(8000, 48000),
            "16000",
            "Sample rate in Hz sent to the model; the microphone's audio is resampled.");
    public static final Setting<Optional<String>> LANGUAGE =
            TABLE.optional("language", Kind.TEXT, "Spoken language, for example zh or en; empty: detected.");
    public static final Setting<Optional<String>> TRANSLATE_TO = TABLE.optional(
            "translate_to", Kind.TEXT, "Language that listen translates into, for example en; empty: none.");
    public static final Setting<Optional<String>> VOCABULARY_ID =
            TABLE.optional("vocabulary_id", Kind.TEXT, "ID of a hot word list stored by the service.");
    public static final Setting<Optional<Duration>> MAX_END_SILENCE = TABLE.optional(
            "max_end_silence",
            Kind.duration("200ms", "6s"),
            "Silence that ends a sentence; empty: the service's default.");
    public static final Setting<Boolean> CONTEXT = TABLE.setting(
            "context",
            Kind.BOOLEAN,
            "true",
            "Send the last turns to the recognizer to improve names and terms, if the model supports it.");
    public static final Setting<String> LOCAL_MODEL = TABLE.setting(
            "local_model",
            Kind.TEXT,
            Setting.AUTO,
            "Name of the model that sherpa recognizes with; auto: the best of those that were pulled.");

    static RecognitionSettings of(SettingValues values) {
        return new RecognitionSettings(
                values.of(ENGINE),
                new ServerSettings(values.of(BASE_URL), values.secret(API_KEY, API_KEY_COMMAND), values.of(TIMEOUT)),
                values.of(MODEL),
                values.of(SAMPLE_RATE),
                values.of(LANGUAGE),
                values.of(TRANSLATE_TO),
                values.of(VOCABULARY_ID),
                values.of(MAX_END_SILENCE),
                values.of(CONTEXT),
                values.of(LOCAL_MODEL));
    }
}
