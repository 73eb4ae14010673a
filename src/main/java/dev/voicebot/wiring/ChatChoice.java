package dev.voicebot.wiring;

import dev.voicebot.chat.ChatModel;
import dev.voicebot.config.ChatEngine;
import dev.voicebot.config.Settings;
import dev.voicebot.config.SettingsReference;
import dev.voicebot.credentials.Endpoint;
import dev.voicebot.credentials.Secret;
import dev.voicebot.engine.guide.GuideModel;
import dev.voicebot.engine.guide.GuideTopics;
import dev.voicebot.engine.guide.GuideTopics.SettingTopic;
import dev.voicebot.engine.openai.LocalServer;
import dev.voicebot.engine.openai.LocalServers;
import dev.voicebot.engine.openai.OpenAiChatModel;
import dev.voicebot.engine.openai.OpenAiParameters;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who answers: the engine that is named, else DashScope where there is a key, else a server found here, else the guide. */
final class ChatChoice {
    private static final Duration LOOK_FOR_SERVERS = Duration.ofMillis(200);

    private final Settings settings;
    private final Clock clock;
    private final Map<String, String> help;
    private @Nullable Chosen chosen; // guarded by this

    ChatChoice(Settings settings, Clock clock, Map<String, String> help) {
        this.settings = settings;
        this.clock = clock;
        this.help = help;
    }

    /** A model, its name for the user, and how to close it. */
    record Chosen(ChatModel model, String name, AutoCloseable close) {}

    boolean isAutomatic() {
        return settings.chat().engine() == ChatEngine.AUTO;
    }

    synchronized Chosen chosen() {
        Chosen current = chosen;
        if (current == null) {
            current = choose();
            chosen = current;
        }
        return current;
    }

    private Chosen choose() {
        return switch (settings.chat().engine()) {
            case AUTO -> automatic();
            case DASHSCOPE -> dashScope();
            case OPENAI ->
                server(
                        settings.chat().baseUrl(),
                        settings.chat().apiKey(),
                        settings.chat().model());
            case GUIDE -> guide();
        };
    }

    private Chosen automatic() {
        if (settings.chat().apiKey().isPresent()
                || settings.dashscope().apiKey().isPresent()) {
            return dashScope();
        }
        return new LocalServers(LocalServers.USUAL)
                .find(LOOK_FOR_SERVERS)
                .map(this::local)
                .orElseGet(this::guide);
    }

    private Chosen dashScope() {
        Secret key = settings.chat()
                .apiKey()
                .or(() -> settings.dashscope().apiKey())
                .orElseThrow(() -> new AssistantException(
                        FaultKind.CREDENTIALS,
                        "chat.engine = \"dashscope\" needs a key: export DASHSCOPE_API_KEY=sk-… and start again"));
        Endpoint.check(settings.chat().baseUrl(), Optional.of(key), "chat.base_url");
        return server(
                settings.chat().baseUrl(), Optional.of(key), settings.chat().model());
    }

    private Chosen local(LocalServer found) {
        Chosen server = server(found.baseUrl(), Optional.empty(), found.model());
        return new Chosen(server.model(), found.model() + " by " + found.name(), server.close());
    }

    private Chosen server(URI baseUrl, Optional<Secret> key, String model) {
        Settings.Chat chat = settings.chat();
        OpenAiChatModel server = new OpenAiChatModel(new OpenAiParameters(
                baseUrl,
                key,
                model,
                chat.temperature(),
                chat.maxTokens(),
                settings.dashscope().connectTimeout()));
        return new Chosen(server, model, server);
    }

    private Chosen guide() {
        GuideTopics topics = new GuideTopics(
                help,
                SettingsReference.entries().stream()
                        .map(setting -> new SettingTopic(setting.key(), setting.fallback(), setting.description()))
                        .toList());
        return new Chosen(new GuideModel(topics, clock), "guide, built in, no language model", () -> {});
    }
}
