package dev.voicebot.config;

import dev.voicebot.chat.ThinkingMode;
import dev.voicebot.credentials.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The chat model and its instructions; {@code extra} holds further fields of its requests, as TOML values. */
public record ChatSettings(
        ChatEngine engine,
        URI baseUrl,
        Optional<Secret> apiKey,
        String model,
        String systemPrompt,
        int historyTurns,
        Optional<Double> temperature,
        Optional<Integer> maxTokens,
        Duration timeout,
        int maxReply,
        ThinkingMode thinking,
        Optional<Integer> thinkingBudget,
        Duration redrawInterval,
        EnterDuringReply enterDuringReply,
        Theme theme,
        Preemptive preemptive,
        boolean sendAfterTalk,
        boolean plain,
        Map<String, Object> extra) {
    static final SettingTable TABLE = new SettingTable("chat");

    public static final Setting<ChatEngine> ENGINE = TABLE.setting(
            "engine",
            Kind.choice(ChatEngine.class),
            "auto",
            "Chat engine; auto: dashscope with a key, otherwise a server on this machine, otherwise guide.");
    public static final Setting<URI> BASE_URL = TABLE.derived(
            "base_url",
            Kind.uri("http", "https"),
            "Address of an OpenAI-compatible server; empty: DashScope in the same region.");
    public static final Setting<String> API_KEY = TABLE.secret("api_key", "Key for base_url, if it is not DashScope.");
    public static final Setting<Optional<String>> API_KEY_COMMAND =
            TABLE.optional("api_key_command", Kind.TEXT, "Command that prints that key, used if api_key is empty.");
    public static final Setting<String> MODEL = TABLE.setting(
            "model", Kind.TEXT, Setting.AUTO, "Chat model; auto: qwen-plus while available, then its successors.");
    public static final Setting<String> SYSTEM_PROMPT = TABLE.setting(
            "system_prompt",
            Kind.TEXT.withEmpty(),
            "You are a helpful voice assistant. Answer in the language of the question.",
            "System prompt for the model.");
    public static final Setting<Integer> HISTORY_TURNS =
            TABLE.setting("history_turns", Kind.integer(0, 1000), "10", "Number of earlier turns sent to the model.");
    public static final Setting<Optional<Double>> TEMPERATURE =
            TABLE.optional("temperature", Kind.decimal(0, 2), "Randomness of replies; empty: the model's default.");
    public static final Setting<Optional<Integer>> MAX_TOKENS = TABLE.optional(
            "max_tokens", Kind.integer(1, 1_000_000), "Maximum reply length in tokens; empty: the model's default.");
    public static final Setting<Duration> TIMEOUT = TABLE.setting(
            "timeout",
            Kind.duration("100ms", "60m"),
            "60s",
            "Maximum wait for the first word of a reply, and between words.");
    public static final Setting<Integer> MAX_REPLY = TABLE.setting(
            "max_reply", Kind.integer(1, 100_000_000), "200000", "Maximum length of a reply in characters.");
    public static final Setting<ThinkingMode> THINKING = TABLE.setting(
            "thinking",
            Kind.choice(ThinkingMode.class),
            "auto",
            "Let the model think before it answers; auto: off while replies are spoken, otherwise the model's"
                    + " default.");
    public static final Setting<Optional<Integer>> THINKING_BUDGET = TABLE.optional(
            "thinking_budget",
            Kind.integer(1, 1_000_000),
            "Maximum thinking tokens (DashScope only); empty: the model's default.");
    public static final Setting<Duration> REDRAW_INTERVAL = TABLE.setting(
            "redraw_interval", Kind.duration("1ms", "2s"), "8ms", "Minimum time between redraws of a streaming reply.");
    public static final Setting<EnterDuringReply> ENTER_DURING_REPLY = TABLE.setting(
            "enter_during_reply",
            Kind.choice(EnterDuringReply.class),
            "interrupt",
            "What Enter does during a reply: interrupt it, or queue the question.");
    public static final Setting<Theme> THEME = TABLE.setting(
            "theme",
            Kind.choice(Theme.class),
            "auto",
            "Colors for a light or dark background; auto asks the terminal. NO_COLOR is respected.");
    public static final Setting<Preemptive> PREEMPTIVE = TABLE.setting(
            "preemptive",
            Kind.choice(Preemptive.class),
            "auto",
            "Ask the model before the transcript is final, and again if it changes; auto: if that is free.");
    public static final Setting<Boolean> SEND_AFTER_TALK = TABLE.setting(
            "send_after_talk",
            Kind.BOOLEAN,
            "true",
            "Send the transcript immediately; false: leave it in the line for editing.");
    public static final Setting<Boolean> PLAIN = TABLE.setting(
            "plain",
            Kind.BOOLEAN,
            "false",
            "Screen-reader mode: words in place of marks, and no line is redrawn; always on if ACCESSIBLE is 1 or TERM is dumb.");

    public static final OpenTable<Object> EXTRA =
            TABLE.open("extra", Kind.ANY, "Extra fields of chat requests, for server-specific options.", "top_k = 20");

    static ChatSettings of(SettingValues values) {
        return new ChatSettings(
                values.of(ENGINE),
                values.of(BASE_URL),
                values.secret(API_KEY, API_KEY_COMMAND),
                values.of(MODEL),
                values.of(SYSTEM_PROMPT),
                values.of(HISTORY_TURNS),
                values.of(TEMPERATURE),
                values.of(MAX_TOKENS),
                values.of(TIMEOUT),
                values.of(MAX_REPLY),
                values.of(THINKING),
                values.of(THINKING_BUDGET),
                values.of(REDRAW_INTERVAL),
                values.of(ENTER_DURING_REPLY),
                values.of(THEME),
                values.of(PREEMPTIVE),
                values.of(SEND_AFTER_TALK),
                values.of(PLAIN),
                values.of(EXTRA));
    }
}
