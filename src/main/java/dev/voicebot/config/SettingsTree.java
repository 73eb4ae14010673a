package dev.voicebot.config;

import dev.voicebot.credentials.KeyCommand;
import dev.voicebot.credentials.Secret;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Builds the tree of records from checked texts. */
final class SettingsTree {
    private final Map<String, Value> values;
    private final KeptFolders folders;
    private final Addresses addresses;

    SettingsTree(Map<String, Value> values, KeptFolders folders, Addresses addresses) {
        this.addresses = addresses;
        this.values = values;
        this.folders = folders;
    }

    Settings build() {
        return new Settings(
                dashscope(),
                chat(),
                recognition(),
                synthesis(),
                audio(),
                recordings(),
                speech(),
                keys(),
                talk(),
                handsFree(),
                texts("pronunciations"),
                usage(),
                network(),
                new Settings.Models(folders.models(), optional("models.mirror").map(URI::create)),
                numbers("prices"));
    }

    private Settings.DashScope dashscope() {
        return new Settings.DashScope(
                secret("dashscope.api_key"),
                addresses.region(),
                optional("dashscope.workspace"),
                addresses.regions(),
                uri("dashscope.websocket_url"),
                uri("dashscope.http_url"),
                time("dashscope.connect_timeout"));
    }

    private Settings.Chat chat() {
        return new Settings.Chat(
                choice(ChatEngine.class, "chat.engine"),
                uri("chat.base_url"),
                secret("chat.api_key"),
                text("chat.model"),
                text("chat.system_prompt"),
                integer("chat.history_turns"),
                optional("chat.temperature").map(Double::valueOf),
                optional("chat.max_tokens").map(SettingsTree::whole),
                choice(Thinking.class, "chat.thinking"),
                optional("chat.thinking_budget").map(SettingsTree::whole),
                json("chat.extra"),
                time("chat.redraw_interval"),
                choice(EnterDuringReply.class, "chat.enter_during_reply"),
                choice(Theme.class, "chat.theme"),
                choice(Preemptive.class, "chat.preemptive"),
                yes("chat.send_after_talk"),
                yes("chat.plain"),
                time("chat.timeout"),
                integer("chat.max_reply"));
    }

    private Settings.Recognition recognition() {
        return new Settings.Recognition(
                choice(RecognitionEngine.class, "recognition.engine"),
                server("recognition"),
                text("recognition.model"),
                integer("recognition.sample_rate"),
                optional("recognition.language"),
                optional("recognition.vocabulary_id"),
                optional("recognition.max_end_silence").flatMap(Durations::parse),
                optional("recognition.translate_to"),
                yes("recognition.context"),
                text("recognition.local_model"));
    }

    private Settings.Synthesis synthesis() {
        return new Settings.Synthesis(
                choice(SynthesisEngine.class, "synthesis.engine"),
                server("synthesis"),
                integer("synthesis.pcm_rate"),
                text("synthesis.model"),
                text("synthesis.voice"),
                integer("synthesis.sample_rate"),
                decimal("synthesis.rate"),
                decimal("synthesis.pitch"),
                integer("synthesis.volume"),
                yes("synthesis.enabled"),
                choice(FallbackVoice.class, "synthesis.fallback"),
                text("synthesis.local_model"));
    }

    private Settings.Server server(String table) {
        return new Settings.Server(
                optional(table + ".base_url").map(URI::create), secret(table + ".api_key"), time(table + ".timeout"));
    }

    private Settings.Audio audio() {
        return new Settings.Audio(
                optional("audio.input_device"),
                optional("audio.output_device"),
                integer("audio.capture_rate"),
                integer("audio.buffer_frames"));
    }

    private Settings.Recordings recordings() {
        return new Settings.Recordings(folders.recordings(), yes("recordings.enabled"));
    }

    private Settings.Speech speech() {
        return new Settings.Speech(
                choice(CodeSpeech.class, "speech.code"), yes("speech.numbers"), yes("speech.oral_prompt"));
    }

    /** An open table of texts. */
    private Map<String, String> texts(String table) {
        Map<String, String> entries = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(table + ".")) {
                entries.put(key.substring(table.length() + 1), value.text());
            }
        });
        return entries;
    }

    /** An open table of numbers. */
    private Map<String, Double> numbers(String table) {
        Map<String, Double> entries = new LinkedHashMap<>();
        texts(table).forEach((name, number) -> entries.put(name, Double.valueOf(number)));
        return entries;
    }

    /** An open table of values of any type, which stand as JSON. */
    private Map<String, Object> json(String table) {
        Map<String, Object> entries = new LinkedHashMap<>();
        texts(table).forEach((name, value) -> entries.put(name, TomlFile.fromJson(value)));
        return entries;
    }

    private Settings.Usage usage() {
        return new Settings.Usage(
                text("usage.currency"),
                optional("usage.max_cost").map(Double::valueOf),
                optional("usage.max_cost_per_day").map(Double::valueOf));
    }

    private Settings.Network network() {
        return new Settings.Network(
                integer("network.retries"),
                optional("network.proxy"),
                optional("network.no_proxy"),
                optional("network.certificates"),
                yes("network.loopback_only"));
    }

    private Settings.Talk talk() {
        return new Settings.Talk(time("talk.tail"), yes("talk.sounds"));
    }

    private Settings.HandsFree handsFree() {
        return new Settings.HandsFree(
                yes("handsfree.enabled"),
                time("handsfree.silence"),
                time("handsfree.patience"),
                time("handsfree.max_utterance"),
                decimal("handsfree.threshold"),
                yes("handsfree.headphones"),
                yes("handsfree.barge_in"),
                time("handsfree.sleep_after"),
                Kind.phrases(text("handsfree.back_channels")),
                Kind.phrases(text("handsfree.stop_words")),
                Kind.phrases(text("handsfree.goodbyes")));
    }

    private Settings.Keys keys() {
        return new Settings.Keys(
                KeyNames.in(text("keys.talk")),
                KeyNames.in(text("keys.pause")),
                KeyNames.in(text("keys.skip")),
                KeyNames.in(text("keys.repeat")),
                KeyNames.in(text("keys.faster")),
                KeyNames.in(text("keys.slower")));
    }

    private String text(String key) {
        Value value = values.get(key);
        return value == null ? SettingsReference.find(key).orElseThrow().fallback() : value.text();
    }

    private Optional<String> optional(String key) {
        return Optional.of(text(key)).filter(text -> !text.isEmpty());
    }

    private Optional<Secret> secret(String key) {
        return value(key)
                .map(value -> new Secret(value.text(), value.place()))
                .or(() -> value(key + "_command")
                        .map(command -> new Secret(new KeyCommand(command.text(), command.place()), command.place())));
    }

    private Optional<Value> value(String key) {
        return Optional.ofNullable(values.get(key))
                .filter(value -> !value.text().isEmpty());
    }

    private URI uri(String key) {
        return URI.create(text(key));
    }

    private Duration time(String key) {
        return Durations.parse(text(key)).orElseThrow();
    }

    private int integer(String key) {
        return whole(text(key));
    }

    private static int whole(String text) {
        return new BigDecimal(text).intValueExact();
    }

    private double decimal(String key) {
        return Double.parseDouble(text(key));
    }

    private boolean yes(String key) {
        return Boolean.parseBoolean(text(key));
    }

    private <E extends Enum<E>> E choice(Class<E> type, String key) {
        return Enum.valueOf(type, text(key).toUpperCase(Locale.ROOT));
    }
}
