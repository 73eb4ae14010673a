package dev.voicebot.wiring;

import static dev.voicebot.text.Messages.tr;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.chat.ChatModel;
import dev.voicebot.config.ChatEngine;
import dev.voicebot.config.ChatSettings;
import dev.voicebot.config.Settings;
import dev.voicebot.config.SettingsReference;
import dev.voicebot.credentials.Endpoint;
import dev.voicebot.credentials.Secret;
import dev.voicebot.engine.guide.GuideModel;
import dev.voicebot.engine.guide.GuideTopics;
import dev.voicebot.engine.openai.LocalServer;
import dev.voicebot.engine.openai.LocalServers;
import dev.voicebot.engine.openai.OpenAiChatModel;
import dev.voicebot.engine.openai.OpenAiParameters;
import dev.voicebot.engine.openai.OpenAiParameters.ChatTimeouts;
import dev.voicebot.engine.openai.OpenAiParameters.Extra;
import dev.voicebot.engine.openai.OpenAiParameters.Sampling;
import dev.voicebot.engine.openai.Thinking;
import dev.voicebot.models.ModelChoice;
import dev.voicebot.network.Network;
import dev.voicebot.network.Reach;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who answers: the engine that is named, else DashScope where there is a key, else a server found here, else the guide. */
final class ChatChoice {
    private static final Duration LOOK_FOR_SERVERS = Duration.ofMillis(200);
    private static final String TALK_KEY = "F2";

    private final Settings settings;
    private final ModelChoice model;
    private final Network network;
    private final Clock clock;
    private final Map<String, String> help;
    private final Supplier<List<String>> engines;

    @GuardedBy("this")
    private @Nullable Chosen chosen;

    /** {@code help} and {@code engines} are what the guide tells of the commands, and of the other engines in use. */
    ChatChoice(
            Settings settings,
            ModelChoice model,
            Network network,
            Clock clock,
            Map<String, String> help,
            Supplier<List<String>> engines) {
        this.settings = settings;
        this.model = model;
        this.network = network;
        this.clock = clock;
        this.help = help;
        this.engines = engines;
    }

    /** A model, its name for the user, what gets it ready ahead of the first question, and how to close it; the server, where it is one. */
    record Chosen(
            ChatModel model,
            Supplier<String> title,
            Runnable warm,
            AutoCloseable close,
            Optional<OpenAiChatModel> server) {
        String name() {
            return title.get();
        }

        boolean isFree() {
            return server.map(asked -> asked.parameters().isFree()).orElse(true);
        }
    }

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

    /** Where the search for a language model found none: what to do, in one line. */
    Optional<String> obstacle() {
        if (!isAutomatic() || chosen().server().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                network.reach() == Reach.LOOPBACK
                        ? tr("No language model found: start Ollama.")
                        : tr("No language model found: use /key to set a DashScope key, or start Ollama."));
    }

    /** Who answers, and how to find out whether it would. */
    Service service() {
        Chosen current = chosen();
        return current.server()
                .map(server -> new Service(
                        () -> name(server, current),
                        Optional.of(server.parameters().baseUrl()),
                        ChatSettings.BASE_URL.key(),
                        cancellation -> ask(server, cancellation)))
                .orElseGet(
                        () -> Service.builtIn(current.name(), cancellation -> new Service.Answer(true, tr("ready"))));
    }

    private String name(OpenAiChatModel server, Chosen current) {
        boolean isChosenHere = server.name().equals(model.model()) && model.isAutomatic();
        return isChosenHere ? server.name() + " (auto)" : current.name();
    }

    private static Service.Answer ask(OpenAiChatModel server, Cancellation cancellation) {
        if (server.parameters().apiKey().isPresent()) {
            server.tryOut(cancellation);
            return new Service.Answer(true, "accepted");
        }
        // not a word is asked: a server on this machine may have to load its model first
        List<String> models = server.list(cancellation);
        if (models.isEmpty()) {
            return new Service.Answer(
                    false,
                    tr("reachable, but it lists no models. Ask a question to test %s.", ChatSettings.BASE_URL.key()));
        }
        boolean isListed = models.stream().anyMatch(model -> model.startsWith(server.name()));
        return isListed
                ? new Service.Answer(true, tr("ready"))
                : new Service.Answer(
                        false,
                        tr(
                                "does not list this model. Available: %s. Check %s.",
                                String.join(", ", models), ChatSettings.MODEL.key()));
    }

    private Chosen choose() {
        return switch (settings.chat().engine()) {
            case AUTO -> automatic();
            case DASHSCOPE -> dashScope();
            case OPENAI -> server(settings.chat().baseUrl(), settings.chat().apiKey(), model);
            case GUIDE -> guide();
        };
    }

    private Chosen automatic() {
        if (settings.chat().apiKey().isPresent()
                || settings.dashscope().apiKey().isPresent()) {
            return dashScope();
        }
        return LocalServers.usual().find(LOOK_FOR_SERVERS).map(this::local).orElseGet(this::guide);
    }

    private Chosen dashScope() {
        Secret key = settings.chat()
                .apiKey()
                .or(() -> settings.dashscope().apiKey())
                .orElseThrow(() -> new AssistantException(
                        FaultKind.CREDENTIALS,
                        tr(
                                "%s = \"dashscope\" needs a DashScope key. Run voicebot setup, or export"
                                        + " DASHSCOPE_API_KEY=sk-… and restart.",
                                ChatSettings.ENGINE.key())));
        Endpoint.check(settings.chat().baseUrl(), Optional.of(key), ChatSettings.BASE_URL.key());
        return server(settings.chat().baseUrl(), Optional.of(key), model);
    }

    private Chosen local(LocalServer found) {
        Chosen server = server(found.baseUrl(), Optional.empty(), ModelChoice.fixed(found.model()));
        return new Chosen(
                server.model(),
                () -> tr("%s by %s", found.model(), found.name()),
                server.warm(),
                server.close(),
                server.server());
    }

    private Chosen server(URI baseUrl, Optional<Secret> key, ModelChoice choice) {
        ChatSettings chat = settings.chat();
        OpenAiChatModel server = new OpenAiChatModel(new OpenAiParameters(
                baseUrl,
                key,
                choice,
                new Sampling(chat.temperature(), chat.maxTokens(), chat.maxReply()),
                new ChatTimeouts(settings.dashscope().connectTimeout(), chat.timeout()),
                new Extra(usesDashScopesKey(key), thinking(chat), chat.extra()),
                network));
        Supplier<String> name =
                () -> server.choosesFromList() ? tr("first model of %s", baseUrl.getHost()) : choice.model();
        return new Chosen(server, name, () -> server.warmUp(new Cancellation()), server, Optional.of(server));
    }

    /** Whoever is given that key is DashScope, or plays it on this machine. */
    private boolean usesDashScopesKey(Optional<Secret> key) {
        return settings.chat().engine() != ChatEngine.OPENAI
                && settings.chat().apiKey().isEmpty()
                && key.isPresent();
    }

    private static Thinking thinking(ChatSettings chat) {
        return new Thinking(chat.thinking(), chat.thinkingBudget());
    }

    private Chosen guide() {
        GuideTopics topics = new GuideTopics(
                help,
                SettingsReference.entries().stream()
                        .map(setting ->
                                new GuideTopics.Setting(setting.key(), setting.description(), setting.fallback()))
                        .toList(),
                engines,
                new GuideTopics.Session(
                        TALK_KEY, settings.recordings().directory().toString()));
        return new Chosen(
                new GuideModel(topics, clock),
                () -> tr("built-in guide (not a language model)"),
                () -> {},
                () -> {},
                Optional.empty());
    }
}
