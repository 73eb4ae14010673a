package dev.voicebot.config;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Text to speech; {@code voice} may be {@link Settings#AUTO}, the model's own. */
public record SynthesisSettings(
        SynthesisEngine engine,
        ServerSettings server,
        int pcmRate,
        String model,
        String voice,
        int sampleRate,
        double rate,
        double pitch,
        int volume,
        boolean enabled,
        FallbackVoice fallback,
        String localModel) {
    static final SettingTable TABLE = new SettingTable("synthesis");

    public static final Setting<SynthesisEngine> ENGINE = TABLE.setting(
            "engine",
            Kind.choice(SynthesisEngine.class),
            "auto",
            "Speech engine; auto: dashscope with a key, otherwise the best local voice that keeps up, otherwise espeak.");
    public static final Setting<Optional<URI>> BASE_URL = TABLE.optional(
            "base_url",
            Kind.uri("http", "https"),
            "Address of an OpenAI-compatible server (engine openai); empty: one found on this machine.");
    public static final Setting<String> API_KEY = TABLE.secret("api_key", "Key for base_url.");
    public static final Setting<Optional<String>> API_KEY_COMMAND =
            TABLE.optional("api_key_command", Kind.TEXT, "Command that prints that key, used if api_key is empty.");
    public static final Setting<Duration> TIMEOUT =
            TABLE.setting("timeout", Kind.duration("100ms", "10m"), "60s", "Maximum wait for sound from that server.");
    public static final Setting<Integer> PCM_RATE = TABLE.setting(
            "pcm_rate",
            Kind.integer(8000, 48000),
            "24000",
            "Sample rate in Hz of that server's speech, unless it sends WAV.");
    public static final Setting<String> MODEL = TABLE.setting(
            "model",
            Kind.TEXT,
            Setting.AUTO,
            "Speech model; auto: cosyvoice-v2 if the region has it, otherwise cosyvoice-v3-flash.");
    public static final Setting<String> VOICE =
            TABLE.setting("voice", Kind.TEXT, Setting.AUTO, "Voice name; auto: the model's default voice.");
    public static final Setting<Integer> SAMPLE_RATE =
            TABLE.setting("sample_rate", Kind.integer(8000, 48000), "22050", "Sample rate of cloud speech in Hz.");
    public static final Setting<Double> RATE =
            TABLE.setting("rate", Kind.decimal(0.5, 2), "1.0", "Speed; 1 is normal.");
    public static final Setting<Double> PITCH =
            TABLE.setting("pitch", Kind.decimal(0.5, 2), "1.0", "Pitch; 1 is normal.");
    public static final Setting<Integer> VOLUME =
            TABLE.setting("volume", Kind.integer(0, 100), "50", "Volume of the voice.");
    public static final Setting<Boolean> ENABLED =
            TABLE.setting("enabled", Kind.BOOLEAN, "true", "Speak replies in chat.");
    public static final Setting<FallbackVoice> FALLBACK = TABLE.setting(
            "fallback",
            Kind.choice(FallbackVoice.class),
            "none",
            "Voice engine used in chat while the cloud's voice fails; none: text only.");
    public static final Setting<String> LOCAL_MODEL = TABLE.setting(
            "local_model",
            Kind.TEXT,
            Setting.AUTO,
            "Name of the model that sherpa speaks with; auto: the best of those that were pulled.");

    static SynthesisSettings of(SettingValues values) {
        return new SynthesisSettings(
                values.of(ENGINE),
                new ServerSettings(values.of(BASE_URL), values.secret(API_KEY, API_KEY_COMMAND), values.of(TIMEOUT)),
                values.of(PCM_RATE),
                values.of(MODEL),
                values.of(VOICE),
                values.of(SAMPLE_RATE),
                values.of(RATE),
                values.of(PITCH),
                values.of(VOLUME),
                values.of(ENABLED),
                values.of(FALLBACK),
                values.of(LOCAL_MODEL));
    }
}
