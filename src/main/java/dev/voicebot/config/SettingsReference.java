package dev.voicebot.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every setting there is: its kind, range, default and meaning; the one source of all of these. */
public final class SettingsReference {
    static final String SYSTEM_PROMPT = "You are a helpful voice assistant. Answer in the language of the question.";

    private static final List<Setting> ENTRIES = List.of(
            new Setting("dashscope", "api_key", Kind.SECRET, "", "Better kept in DASHSCOPE_API_KEY than in a file."),
            new Setting(
                    "dashscope",
                    "api_key_command",
                    Kind.TEXT,
                    "",
                    "Command that prints the key, where api_key is empty: secret-tool lookup service dashscope"),
            new Setting(
                    "dashscope",
                    "region",
                    Kind.REGION,
                    "beijing",
                    "Region that the key belongs to; gives the addresses, the models and the currency."),
            new Setting(
                    "dashscope",
                    "workspace",
                    Kind.LABEL,
                    "",
                    "Workspace that the key belongs to, llm-…; gives the workspace's own host."),
            new Setting(
                    "dashscope",
                    "websocket_url",
                    Kind.uri("wss", "ws"),
                    "",
                    "Address of the speech service; empty: by http_url, region and workspace."),
            new Setting(
                    "dashscope",
                    "http_url",
                    Kind.uri("https", "http"),
                    "",
                    "Address of hot words and the list of models; empty: by websocket_url, region and workspace."),
            new Setting(
                    "dashscope",
                    "connect_timeout",
                    Kind.duration(Duration.ofMillis(100), Duration.ofMinutes(2)),
                    "5s",
                    "How long to wait for a connection to any service."),
            new Setting(
                    "chat",
                    "engine",
                    Kind.choice(ChatEngine.values()),
                    "auto",
                    "auto takes dashscope where there is a key, else a server on this machine, else guide."),
            new Setting(
                    "chat",
                    "base_url",
                    Kind.uri("http", "https"),
                    "",
                    "Any OpenAI-compatible server; empty: DashScope's of the same region."),
            new Setting("chat", "api_key", Kind.SECRET, "", "Key for base_url, where it is not DashScope's own."),
            new Setting(
                    "chat", "api_key_command", Kind.TEXT, "", "Command that prints that key, where api_key is empty."),
            new Setting(
                    "chat",
                    "model",
                    Kind.TEXT,
                    Settings.AUTO,
                    "Model that answers; auto: qwen-plus while the service has it, then its successors."),
            new Setting("chat", "system_prompt", Kind.TEXT, SYSTEM_PROMPT, "What the model is told first."),
            new Setting("chat", "history_turns", Kind.integer(0, 1000), "10", "Turns that the model is reminded of."),
            new Setting(
                    "chat", "temperature", Kind.decimal(0, 2), "", "0 is strict, 2 is wild; empty: the model's own."),
            new Setting("chat", "max_tokens", Kind.integer(1, 1_000_000), "", "Longest reply; empty: the model's own."),
            new Setting(
                    "chat",
                    "timeout",
                    Kind.duration(Duration.ofMillis(100), Duration.ofMinutes(60)),
                    "60s",
                    "How long to wait for the first word of a reply, and for each next one."),
            new Setting(
                    "chat",
                    "max_reply",
                    Kind.integer(1, 100_000_000),
                    "200000",
                    "Characters after which a reply is cut off, whatever the model does."),
            new Setting(
                    "chat",
                    "thinking",
                    Kind.choice(Thinking.values()),
                    "auto",
                    "Whether the model thinks before it answers; auto: off while replies are spoken, else its own choice."),
            new Setting(
                    "chat",
                    "thinking_budget",
                    Kind.integer(1, 1_000_000),
                    "",
                    "Most tokens of thinking, with DashScope; empty: the model's own."),
            new Setting(
                    "chat",
                    "redraw_interval",
                    Kind.duration(Duration.ofMillis(1), Duration.ofSeconds(2)),
                    "8ms",
                    "Shortest time between two redraws of a streaming reply; a slow machine takes longer by itself."),
            new Setting(
                    "chat",
                    "enter_during_reply",
                    Kind.choice(EnterDuringReply.values()),
                    "interrupt",
                    "What Enter does while a reply runs: stop it and ask at once, or ask when it has ended."),
            new Setting(
                    "chat",
                    "theme",
                    Kind.choice(Theme.values()),
                    "auto",
                    "Colours for a light or a dark background; auto asks the terminal. NO_COLOR is obeyed."),
            new Setting(
                    "chat",
                    "preemptive",
                    Kind.choice(Preemptive.values()),
                    "auto",
                    "Ask the model before the transcript is final, and again if it changes; auto: where that is free."),
            new Setting(
                    "chat",
                    "send_after_talk",
                    Kind.BOOLEAN,
                    "true",
                    "Whether what was understood is sent at once; false: it stays in the line, to be edited."),
            new Setting(
                    "chat",
                    "plain",
                    Kind.BOOLEAN,
                    "false",
                    "For screen readers: lines of text in order, nothing redrawn; always so where TERM is dumb."),
            new Setting(
                    "recognition",
                    "engine",
                    Kind.choice(RecognitionEngine.values()),
                    "auto",
                    "auto takes dashscope where there is a key; there is no embedded recogniser yet."),
            new Setting(
                    "recognition",
                    "model",
                    Kind.TEXT,
                    Settings.AUTO,
                    "Model that recognizes speech; auto: fun-asr-realtime, or another that the service has."),
            new Setting(
                    "recognition",
                    "sample_rate",
                    Kind.integer(8000, 48000),
                    "16000",
                    "Hz that the model takes; the microphone's sound is resampled to it."),
            new Setting("recognition", "language", Kind.TEXT, "", "What is spoken, e.g. zh or en; empty: detected."),
            new Setting(
                    "recognition",
                    "translate_to",
                    Kind.TEXT,
                    "",
                    "Language that listen translates into, e.g. en; empty: none."),
            new Setting("recognition", "vocabulary_id", Kind.TEXT, "", "A list of hot words kept by the service."),
            new Setting(
                    "recognition",
                    "max_end_silence",
                    Kind.duration(Duration.ofMillis(200), Duration.ofSeconds(6)),
                    "",
                    "Silence that ends a sentence; empty: the service's own."),
            new Setting(
                    "recognition",
                    "context",
                    Kind.BOOLEAN,
                    "true",
                    "Whether the last turns of a chat help to hear names and terms, where the model takes them."),
            new Setting(
                    "synthesis",
                    "engine",
                    Kind.choice(SynthesisEngine.values()),
                    "auto",
                    "auto takes dashscope where there is a key, else the built-in espeak."),
            new Setting(
                    "synthesis",
                    "model",
                    Kind.TEXT,
                    Settings.AUTO,
                    "Model that speaks; auto: cosyvoice-v2 while the region has it, then cosyvoice-v3-flash."),
            new Setting(
                    "synthesis",
                    "voice",
                    Kind.TEXT,
                    Settings.AUTO,
                    "Voice, by the engine's name; auto: the model's standard voice."),
            new Setting("synthesis", "sample_rate", Kind.integer(8000, 48000), "22050", "Hz of the cloud's speech."),
            new Setting("synthesis", "rate", Kind.decimal(0.5, 2), "1.0", "Speed; 1 is natural."),
            new Setting("synthesis", "pitch", Kind.decimal(0.5, 2), "1.0", "Pitch; 1 is natural."),
            new Setting("synthesis", "volume", Kind.integer(0, 100), "50", "Loudness."),
            new Setting("synthesis", "enabled", Kind.BOOLEAN, "true", "Whether chat speaks its replies."),
            new Setting(
                    "synthesis",
                    "fallback",
                    Kind.choice(FallbackVoice.values()),
                    "none",
                    "Who speaks in chat while the cloud's voice fails; none: replies are text until it is back."),
            new Setting(
                    "audio",
                    "input_device",
                    Kind.TEXT,
                    "",
                    "Microphone: part of its name, or its number; empty: default."),
            new Setting(
                    "audio",
                    "output_device",
                    Kind.TEXT,
                    "",
                    "Speaker: part of its name, or its number; empty: default."),
            new Setting("audio", "capture_rate", Kind.integer(8000, 192000), "16000", "Hz the microphone is read at."),
            new Setting(
                    "audio", "buffer_frames", Kind.integer(256, 65536), "2048", "Samples the microphone's line holds."),
            new Setting(
                    "recordings",
                    "directory",
                    Kind.PATH,
                    "output_wavs",
                    "Where replies are saved; a relative path is taken from this file's folder."),
            new Setting("recordings", "enabled", Kind.BOOLEAN, "true", "Whether replies are saved at all."),
            new Setting(
                    "speech",
                    "code",
                    Kind.choice(CodeSpeech.values()),
                    "announce",
                    "What is said of a block of code: how many lines it has, nothing, or all of it."),
            new Setting(
                    "speech",
                    "numbers",
                    Kind.BOOLEAN,
                    "true",
                    "Whether numbers, units, dates and signs are put into English or Chinese words."),
            new Setting(
                    "speech",
                    "oral_prompt",
                    Kind.BOOLEAN,
                    "true",
                    "Whether the model is asked for short, oral replies while they are spoken."),
            new Setting(
                    "keys",
                    "talk",
                    Kind.KEYS,
                    "f2, ctrl-space, space",
                    "Starts and ends talking; space does so on an empty line only."),
            new Setting("keys", "pause", Kind.KEYS, "alt-p", "Halts the speech, or lets it go on at the same word."),
            new Setting("keys", "skip", Kind.KEYS, "alt-right", "Goes on with the next sentence."),
            new Setting("keys", "repeat", Kind.KEYS, "alt-left", "Says the sentence again, or the one before."),
            new Setting("keys", "faster", Kind.KEYS, "alt-up", "Speaks faster, up to three times."),
            new Setting("keys", "slower", Kind.KEYS, "alt-down", "Speaks slower, down to half the speed."),
            new Setting("usage", "currency", Kind.TEXT, "", "Currency of the prices; empty: the region's, CNY or USD."),
            new Setting(
                    "usage",
                    "max_cost",
                    Kind.decimal(0, 1_000_000),
                    "",
                    "No further turn begins once a chat has cost so much; empty: no limit."),
            new Setting(
                    "usage",
                    "max_cost_per_day",
                    Kind.decimal(0, 1_000_000),
                    "",
                    "The same for all chats of a day together; empty: no limit."),
            new Setting(
                    "network",
                    "retries",
                    Kind.integer(0, 10),
                    "4",
                    "How often a request is sent again that failed for a moment: 429, 5xx, a connection that broke."),
            new Setting(
                    "network",
                    "proxy",
                    Kind.uri("http"),
                    "",
                    "Proxy for https and wss, http://host:port; empty: HTTPS_PROXY, else none."),
            new Setting(
                    "network",
                    "no_proxy",
                    Kind.TEXT,
                    "",
                    "Hosts that are reached without it, divided by commas; empty: NO_PROXY."),
            new Setting(
                    "network",
                    "certificates",
                    Kind.TEXT,
                    "",
                    "File with certificates (PEM) that are trusted too; empty: SSL_CERT_FILE."),
            new Setting(
                    "talk",
                    "tail",
                    Kind.duration(Duration.ZERO, Duration.ofSeconds(5)),
                    "250ms",
                    "How long the microphone stays open after the end of a talk, for its last word."),
            new Setting(
                    "talk",
                    "sounds",
                    Kind.BOOLEAN,
                    "false",
                    "A short quiet tone at the beginning and end of a talk; always so with chat.plain."),
            new Setting(
                    "handsfree",
                    "enabled",
                    Kind.BOOLEAN,
                    "false",
                    "Whether every chat begins hands-free, as with --hands-free."),
            new Setting(
                    "handsfree",
                    "silence",
                    Kind.duration(Duration.ofMillis(200), Duration.ofSeconds(10)),
                    "800ms",
                    "So long a silence ends what is said."),
            new Setting(
                    "handsfree",
                    "threshold",
                    Kind.decimal(3, 40),
                    "10",
                    "How many decibels louder than the noise of the room speech is."),
            new Setting(
                    "handsfree",
                    "headphones",
                    Kind.BOOLEAN,
                    "false",
                    "Whether the microphone cannot hear the speaker: then a quiet word interrupts a reply."),
            new Setting(
                    "handsfree", "barge_in", Kind.BOOLEAN, "true", "Whether speaking during a reply interrupts it."),
            new Setting(
                    "handsfree",
                    "sleep_after",
                    Kind.duration(Duration.ofSeconds(5), Duration.ofHours(1)),
                    "2m",
                    "Without a word for so long the microphone closes, until a key that talks, or Enter, opens it again."));

    private static final List<OpenTable> OPEN_TABLES = List.of(
            new OpenTable(
                    "chat.extra",
                    Kind.ANY,
                    "Further fields of chat requests, for what only some servers know.",
                    "top_k = 20"),
            new OpenTable(
                    "pronunciations",
                    Kind.TEXT,
                    "How a word is said, in any language; empty: it is left out.",
                    "kubectl = \"cube control\""),
            new OpenTable(
                    "prices",
                    Kind.decimal(0, 1_000_000),
                    "MODEL-input and MODEL-output per million tokens, a voice per 10,000 characters, a recognizer per"
                            + " hour; for what the service's own list (voicebot models) does not say, or says otherwise.",
                    "qwen-plus-input = 0.8"));

    private SettingsReference() {}

    /** The settings with a fixed key; those of {@link #openTables} have keys that the user chooses. */
    public static List<Setting> entries() {
        return ENTRIES;
    }

    public static List<OpenTable> openTables() {
        return OPEN_TABLES;
    }

    static List<String> keys() {
        return ENTRIES.stream().map(Setting::key).toList();
    }

    public static List<String> tables() {
        return Stream.concat(
                        ENTRIES.stream().map(Setting::table).distinct(),
                        OPEN_TABLES.stream().map(OpenTable::name))
                .toList();
    }

    /** A setting by its key. */
    public static Optional<Setting> find(String key) {
        return ENTRIES.stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .or(() -> openEntry(key));
    }

    /** The open table that {@code key} is an entry of, or of an entry of. */
    static Optional<OpenTable> openTable(String key) {
        return OPEN_TABLES.stream()
                .filter(open -> key.startsWith(open.name() + ".")
                        && key.length() > open.name().length() + 1)
                .findFirst();
    }

    private static Optional<Setting> openEntry(String key) {
        return openTable(key).map(open -> open.entry(key.substring(open.name().length() + 1)));
    }
}
