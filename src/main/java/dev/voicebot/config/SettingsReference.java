package dev.voicebot.config;

import dev.voicebot.text.UiLanguage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every setting there is: its kind, range, default and meaning; the one source of all of these. */
public final class SettingsReference {
    static final String SYSTEM_PROMPT = "You are a helpful voice assistant. Answer in the language of the question.";

    private static final List<Setting> ENTRIES = List.of(
            new Setting("dashscope", "api_key", Kind.SECRET, "", "Prefer the DASHSCOPE_API_KEY variable to a file."),
            new Setting(
                    "dashscope",
                    "api_key_command",
                    Kind.TEXT,
                    "",
                    "Command that prints the key, used if api_key is empty; for example secret-tool lookup service dashscope."),
            new Setting(
                    "dashscope",
                    "region",
                    Kind.REGION,
                    "beijing",
                    "Region of the key; sets the addresses, models and currency."),
            new Setting(
                    "dashscope",
                    "workspace",
                    Kind.LABEL,
                    "",
                    "Workspace of the key (llm-…); selects the workspace's own host."),
            new Setting(
                    "dashscope",
                    "websocket_url",
                    Kind.uri("wss", "ws"),
                    "",
                    "Address of the speech service; empty: derived from http_url, region and workspace."),
            new Setting(
                    "dashscope",
                    "http_url",
                    Kind.uri("https", "http"),
                    "",
                    "Address for hot words and the model list; empty: derived from websocket_url, region and"
                            + " workspace."),
            new Setting(
                    "dashscope",
                    "connect_timeout",
                    Kind.duration(Duration.ofMillis(100), Duration.ofMinutes(2)),
                    "5s",
                    "Maximum time to connect to a service."),
            new Setting(
                    "chat",
                    "engine",
                    Kind.choice(ChatEngine.values()),
                    "auto",
                    "Chat engine; auto: dashscope with a key, otherwise a server on this machine, otherwise guide."),
            new Setting(
                    "chat",
                    "base_url",
                    Kind.uri("http", "https"),
                    "",
                    "Address of an OpenAI-compatible server; empty: DashScope in the same region."),
            new Setting("chat", "api_key", Kind.SECRET, "", "Key for base_url, if it is not DashScope."),
            new Setting(
                    "chat",
                    "api_key_command",
                    Kind.TEXT,
                    "",
                    "Command that prints that key, used if api_key is empty."),
            new Setting(
                    "chat",
                    "model",
                    Kind.TEXT,
                    Settings.AUTO,
                    "Chat model; auto: qwen-plus while available, then its successors."),
            new Setting("chat", "system_prompt", Kind.TEXT, SYSTEM_PROMPT, "System prompt for the model."),
            new Setting(
                    "chat",
                    "history_turns",
                    Kind.integer(0, 1000),
                    "10",
                    "Number of earlier turns sent to the" + " model."),
            new Setting(
                    "chat",
                    "temperature",
                    Kind.decimal(0, 2),
                    "",
                    "Randomness of replies; empty: the model's" + " default."),
            new Setting(
                    "chat",
                    "max_tokens",
                    Kind.integer(1, 1_000_000),
                    "",
                    "Maximum reply length in tokens;" + " empty: the model's default."),
            new Setting(
                    "chat",
                    "timeout",
                    Kind.duration(Duration.ofMillis(100), Duration.ofMinutes(60)),
                    "60s",
                    "Maximum wait for the first word of a reply, and between words."),
            new Setting(
                    "chat",
                    "max_reply",
                    Kind.integer(1, 100_000_000),
                    "200000",
                    "Maximum length of a reply in characters."),
            new Setting(
                    "chat",
                    "thinking",
                    Kind.choice(Thinking.values()),
                    "auto",
                    "Let the model think before it answers; auto: off while replies are spoken, otherwise the"
                            + " model's default."),
            new Setting(
                    "chat",
                    "thinking_budget",
                    Kind.integer(1, 1_000_000),
                    "",
                    "Maximum thinking tokens (DashScope only); empty: the model's default."),
            new Setting(
                    "chat",
                    "redraw_interval",
                    Kind.duration(Duration.ofMillis(1), Duration.ofSeconds(2)),
                    "8ms",
                    "Minimum time between redraws of a streaming reply."),
            new Setting(
                    "chat",
                    "enter_during_reply",
                    Kind.choice(EnterDuringReply.values()),
                    "interrupt",
                    "What Enter does during a reply: interrupt it, or queue the question."),
            new Setting(
                    "chat",
                    "theme",
                    Kind.choice(Theme.values()),
                    "auto",
                    "Colors for a light or dark background; auto asks the terminal. NO_COLOR is respected."),
            new Setting(
                    "chat",
                    "preemptive",
                    Kind.choice(Preemptive.values()),
                    "auto",
                    "Ask the model before the transcript is final, and again if it changes; auto: if that is free."),
            new Setting(
                    "chat",
                    "send_after_talk",
                    Kind.BOOLEAN,
                    "true",
                    "Send the transcript immediately; false: leave it in the line for editing."),
            new Setting(
                    "chat",
                    "plain",
                    Kind.BOOLEAN,
                    "false",
                    "Screen-reader mode: plain lines in order, nothing is redrawn; always on if TERM is dumb."),
            new Setting(
                    "recognition",
                    "engine",
                    Kind.choice(RecognitionEngine.values()),
                    "auto",
                    "Speech recognizer; auto: dashscope with a key, otherwise a local model, a server on this machine,"
                            + " or off."),
            new Setting(
                    "recognition",
                    "base_url",
                    Kind.uri("http", "https"),
                    "",
                    "Address of an OpenAI-compatible server (engine openai); empty: one found on this machine."),
            new Setting("recognition", "api_key", Kind.SECRET, "", "Key for base_url."),
            new Setting(
                    "recognition",
                    "api_key_command",
                    Kind.TEXT,
                    "",
                    "Command that prints that key, used if api_key is empty."),
            new Setting(
                    "recognition",
                    "timeout",
                    Kind.duration(Duration.ofMillis(100), Duration.ofMinutes(10)),
                    "60s",
                    "Maximum wait for a transcript from that server."),
            new Setting(
                    "recognition",
                    "model",
                    Kind.TEXT,
                    Settings.AUTO,
                    "Recognition model; auto: fun-asr-realtime while available, then another."),
            new Setting(
                    "recognition",
                    "sample_rate",
                    Kind.integer(8000, 48000),
                    "16000",
                    "Sample rate in Hz sent to the model; the microphone's audio is resampled."),
            new Setting(
                    "recognition",
                    "language",
                    Kind.TEXT,
                    "",
                    "Spoken language, for example zh or en; empty:" + " detected."),
            new Setting(
                    "recognition",
                    "translate_to",
                    Kind.TEXT,
                    "",
                    "Language that listen translates into, for example en; empty: none."),
            new Setting("recognition", "vocabulary_id", Kind.TEXT, "", "ID of a hot word list stored by the service."),
            new Setting(
                    "recognition",
                    "max_end_silence",
                    Kind.duration(Duration.ofMillis(200), Duration.ofSeconds(6)),
                    "",
                    "Silence that ends a sentence; empty: the service's default."),
            new Setting(
                    "recognition",
                    "context",
                    Kind.BOOLEAN,
                    "true",
                    "Send the last turns to the recognizer to improve names and terms, if the model supports it."),
            new Setting(
                    "recognition",
                    "local_model",
                    Kind.TEXT,
                    Settings.AUTO,
                    "Name of the model that sherpa recognizes with; auto: the best of those that were pulled."),
            new Setting(
                    "synthesis",
                    "engine",
                    Kind.choice(SynthesisEngine.values()),
                    "auto",
                    "Speech engine; auto: dashscope with a key, otherwise piper with a voice, otherwise espeak."),
            new Setting(
                    "synthesis",
                    "base_url",
                    Kind.uri("http", "https"),
                    "",
                    "Address of an OpenAI-compatible server (engine openai); empty: one found on this machine."),
            new Setting("synthesis", "api_key", Kind.SECRET, "", "Key for base_url."),
            new Setting(
                    "synthesis",
                    "api_key_command",
                    Kind.TEXT,
                    "",
                    "Command that prints that key, used if api_key is empty."),
            new Setting(
                    "synthesis",
                    "timeout",
                    Kind.duration(Duration.ofMillis(100), Duration.ofMinutes(10)),
                    "60s",
                    "Maximum wait for sound from that server."),
            new Setting(
                    "synthesis",
                    "pcm_rate",
                    Kind.integer(8000, 48000),
                    "24000",
                    "Sample rate in Hz of that server's speech, unless it sends WAV."),
            new Setting(
                    "synthesis",
                    "model",
                    Kind.TEXT,
                    Settings.AUTO,
                    "Speech model; auto: cosyvoice-v2 if the region has it, otherwise cosyvoice-v3-flash."),
            new Setting("synthesis", "voice", Kind.TEXT, Settings.AUTO, "Voice name; auto: the model's default voice."),
            new Setting(
                    "synthesis",
                    "sample_rate",
                    Kind.integer(8000, 48000),
                    "22050",
                    "Sample rate of cloud speech" + " in Hz."),
            new Setting("synthesis", "rate", Kind.decimal(0.5, 2), "1.0", "Speed; 1 is normal."),
            new Setting("synthesis", "pitch", Kind.decimal(0.5, 2), "1.0", "Pitch; 1 is normal."),
            new Setting("synthesis", "volume", Kind.integer(0, 100), "50", "Volume of the voice."),
            new Setting("synthesis", "enabled", Kind.BOOLEAN, "true", "Speak replies in chat."),
            new Setting(
                    "synthesis",
                    "fallback",
                    Kind.choice(FallbackVoice.values()),
                    "none",
                    "Voice engine used in chat while the cloud's voice fails; none: text only."),
            new Setting(
                    "synthesis",
                    "local_model",
                    Kind.TEXT,
                    Settings.AUTO,
                    "Name of the model that sherpa speaks with; auto: the best of those that were pulled."),
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
            new Setting(
                    "audio",
                    "capture_rate",
                    Kind.integer(8000, 192000),
                    "16000",
                    "Sample rate of the microphone" + " in Hz."),
            new Setting(
                    "audio", "buffer_frames", Kind.integer(256, 65536), "2048", "Microphone buffer size in samples."),
            new Setting(
                    "recordings",
                    "directory",
                    Kind.PATH,
                    "output_wavs",
                    "Folder for saved replies; a relative path starts at this file's folder."),
            new Setting("recordings", "enabled", Kind.BOOLEAN, "true", "Save spoken replies."),
            new Setting(
                    "speech",
                    "code",
                    Kind.choice(CodeSpeech.values()),
                    "announce",
                    "How code blocks are spoken: announce their length, skip them, or read them."),
            new Setting(
                    "speech",
                    "numbers",
                    Kind.BOOLEAN,
                    "true",
                    "Spell out numbers, units, dates and symbols in English or Chinese."),
            new Setting(
                    "speech",
                    "oral_prompt",
                    Kind.BOOLEAN,
                    "true",
                    "Ask the model for short, conversational replies while they are spoken."),
            new Setting(
                    "keys",
                    "talk",
                    Kind.KEYS,
                    "f2, ctrl-space, space",
                    "Push-to-talk keys; space works only on an empty line."),
            new Setting("keys", "pause", Kind.KEYS, "alt-p", "Pauses or resumes speech."),
            new Setting("keys", "skip", Kind.KEYS, "alt-right", "Skips to the next sentence."),
            new Setting("keys", "repeat", Kind.KEYS, "alt-left", "Repeats this sentence, or the previous one."),
            new Setting("keys", "faster", Kind.KEYS, "alt-up", "Speaks faster (up to 3×)."),
            new Setting("keys", "slower", Kind.KEYS, "alt-down", "Speaks slower (down to 0.5×)."),
            new Setting("usage", "currency", Kind.TEXT, "", "Currency of prices; empty: the region's (CNY or USD)."),
            new Setting(
                    "usage",
                    "max_cost",
                    Kind.decimal(0, 1_000_000),
                    "",
                    "Stops starting new turns once a chat has cost this much; empty: no limit."),
            new Setting(
                    "usage",
                    "max_cost_per_day",
                    Kind.decimal(0, 1_000_000),
                    "",
                    "Same limit for all chats of a day together; empty: no limit."),
            new Setting(
                    "network",
                    "retries",
                    Kind.integer(0, 10),
                    "4",
                    "Retries after a temporary failure: HTTP 429, 5xx, a lost connection."),
            new Setting(
                    "network",
                    "proxy",
                    Kind.uri("http"),
                    "",
                    "Proxy for https and wss (http://host:port); empty: HTTPS_PROXY, otherwise none."),
            new Setting(
                    "network",
                    "no_proxy",
                    Kind.TEXT,
                    "",
                    "Hosts reached without the proxy, separated by commas; empty: NO_PROXY."),
            new Setting(
                    "network",
                    "certificates",
                    Kind.TEXT,
                    "",
                    "File of additional trusted certificates (PEM); empty: SSL_CERT_FILE."),
            new Setting(
                    "network",
                    "loopback_only",
                    Kind.BOOLEAN,
                    "false",
                    "Refuse every connection that leaves this machine (profile private sets it)."),
            new Setting(
                    "models",
                    "directory",
                    Kind.PATH,
                    "",
                    "Folder for local models; empty: models in voicebot's data folder."),
            new Setting(
                    "models",
                    "mirror",
                    Kind.uri("https", "http"),
                    "",
                    "Server to download models from, by the same paths; empty: the publishers'."),
            new Setting(
                    "ui",
                    "language",
                    Kind.choice(UiLanguage.values()),
                    "auto",
                    "Language of the interface; auto: by LC_ALL, LC_MESSAGES or LANG."),
            new Setting(
                    "talk",
                    "tail",
                    Kind.duration(Duration.ZERO, Duration.ofSeconds(5)),
                    "250ms",
                    "Time the microphone stays open after you stop talking, to catch the last word."),
            new Setting(
                    "talk",
                    "sounds",
                    Kind.BOOLEAN,
                    "false",
                    "Play a short tone when recording starts and stops; always on with chat.plain."),
            new Setting(
                    "handsfree",
                    "enabled",
                    Kind.BOOLEAN,
                    "false",
                    "Start every chat hands-free, as with --hands-free."),
            new Setting(
                    "handsfree",
                    "silence",
                    Kind.duration(Duration.ofMillis(200), Duration.ofSeconds(10)),
                    "800ms",
                    "Silence that ends an utterance, if its words do not say whether it is over."),
            new Setting(
                    "handsfree",
                    "patience",
                    Kind.duration(Duration.ofMillis(200), Duration.ofSeconds(10)),
                    "2s",
                    "Silence that ends an utterance even if its words ask for more (a comma, \"and\", 然后)."),
            new Setting(
                    "handsfree",
                    "max_utterance",
                    Kind.duration(Duration.ofSeconds(5), Duration.ofMinutes(30)),
                    "2m",
                    "Maximum length of an utterance."),
            new Setting(
                    "handsfree",
                    "threshold",
                    Kind.decimal(3, 40),
                    "10",
                    "Level of speech above room noise in dB, where the speech model cannot run."),
            new Setting(
                    "handsfree",
                    "headphones",
                    Kind.BOOLEAN,
                    "false",
                    "You wear headphones: even a quiet word interrupts a reply."),
            new Setting("handsfree", "barge_in", Kind.BOOLEAN, "true", "Speaking during a reply interrupts it."),
            new Setting(
                    "handsfree",
                    "sleep_after",
                    Kind.duration(Duration.ofSeconds(5), Duration.ofHours(1)),
                    "2m",
                    "Closes the microphone after this long without speech; a talk key or Enter opens it again."),
            new Setting(
                    "handsfree",
                    "back_channels",
                    Kind.PHRASES,
                    "嗯, 嗯嗯, 对, 对对, 对对对, 好, 好的, 是, 是的, 哦, 噢, 啊, 明白, 知道了, 原来如此, mm-hmm, mhm, mm, uh-huh, hmm, yeah, yes,"
                            + " yep, right, ok, okay, sure, i see, got it, oh, wow",
                    "Do not end a reply when said alone while it is spoken."),
            new Setting(
                    "handsfree",
                    "stop_words",
                    Kind.PHRASES,
                    "停, 停下, 停一下, 停止, 别说了, 不要说了, 安静, 闭嘴, 够了, 等等, 等一下, stop, stop it, please stop, wait, hold on, enough,"
                            + " quiet, be quiet, shut up, never mind",
                    "End a reply when said alone; nothing is asked."),
            new Setting(
                    "handsfree",
                    "goodbyes",
                    Kind.PHRASES,
                    "再见, 拜拜, 再会, goodbye, good bye, bye, bye bye, see you",
                    "Turn hands-free off when said alone."));

    private static final List<OpenTable> OPEN_TABLES = List.of(
            new OpenTable(
                    "chat.extra",
                    Kind.ANY,
                    "Extra fields of chat requests, for server-specific options.",
                    "top_k = 20"),
            new OpenTable(
                    "pronunciations",
                    Kind.TEXT,
                    "How a word is spoken, in any language; empty: it is skipped.",
                    "kubectl = \"cube control\""),
            new OpenTable(
                    "prices",
                    Kind.decimal(0, 1_000_000),
                    "Prices: MODEL-input and MODEL-output per million tokens, a speech model per 10,000 characters,"
                            + " a recognizer per hour; they override the service's own list ('voicebot models').",
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
