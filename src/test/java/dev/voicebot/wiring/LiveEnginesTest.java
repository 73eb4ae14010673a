package dev.voicebot.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.config.Folders;
import dev.voicebot.config.SettingsLoader;
import dev.voicebot.config.Sources;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.standin.ChatServer;
import dev.voicebot.synthesis.KnownVoice;
import dev.voicebot.turn.Conversation;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is exchanged while a conversation goes on, as the engines see it. */
@Timeout(30)
class LiveEnginesTest {
    @TempDir
    private Path home;

    private final ChatServer server = ChatServer.start();
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> settings = new HashMap<>(Map.of(
            "chat.engine", "openai",
            "chat.model", "first",
            "chat.system_prompt", "Be brief.",
            "synthesis.engine", "espeak",
            "synthesis.enabled", "false"));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void modelSystemPromptAndLanguageReachTheNextTurn() {
        try (Assembly assembly = assembly()) {
            Conversation conversation = assembly.conversation();
            LiveSettings live = assembly.live(conversation);
            say(conversation);

            live.model().change().accept("second");
            live.system().change().accept("Be a pirate.");
            live.language().change().accept("de");
            say(conversation);

            assertThat(server.chat().requests())
                    .extracting(request -> request.body().path("model").asText())
                    .containsExactly("first", "second");
            assertThat(systemPrompts()).containsExactly("Be brief.", "Be a pirate. Answer in German.");
        }
    }

    @Test
    void withoutASystemPromptTheModelIsToldNothing() {
        try (Assembly assembly = assembly()) {
            Conversation conversation = assembly.conversation();

            assembly.live(conversation).system().change().accept("none");
            say(conversation);

            assertThat(systemPrompts()).containsExactly("hi");
        }
    }

    @Test
    void theLanguageThatIsDetectedIsNotToldToTheModel() {
        try (Assembly assembly = assembly()) {
            Conversation conversation = assembly.conversation();
            LiveSettings live = assembly.live(conversation);
            live.language().change().accept("zh");

            live.language().change().accept("auto");
            say(conversation);

            assertThat(systemPrompts()).containsExactly("Be brief.");
            assertThat(live.language().current().get()).isEqualTo("auto");
        }
    }

    @Test
    void aCodeThatNoLanguageHasIsRefused() {
        try (Assembly assembly = assembly()) {
            LiveSettings live = assembly.live(assembly.conversation());

            assertThatThrownBy(() -> live.language().change().accept("chinese"))
                    .isInstanceOf(AssistantException.class)
                    .hasMessageContaining("chinese");
            assertThat(live.language().current().get()).isEqualTo("auto");
        }
    }

    @Test
    void whereNothingIsSpokenAVoiceCannotBeChosen() {
        try (Assembly assembly = assembly()) {
            LiveSettings live = assembly.live(assembly.conversation());

            assertThatThrownBy(() -> live.voice().change().accept("en-us")).hasMessageContaining("--no-speak");
        }
    }

    @Test
    void theEmbeddedVoiceIsExchanged() {
        settings.put("synthesis.enabled", "true");
        try (Assembly assembly = assembly()) {
            LiveSettings live = assembly.live(assembly.conversation());
            assertThat(live.voice().current().get()).isEqualTo("auto");

            live.voice().change().accept("en-gb");

            assertThat(live.voice().current().get()).isEqualTo("en-gb");
            assertThat(live.engines().get()).containsExactly("first", "espeak-ng");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en-bg, en-gb",
        "cmm+f3, cmn+f3",
        "cmn+ff3, cmn+f3",
        "+ff3, +f3",
    })
    void aVoiceThatTheEmbeddedEngineHasNotIsRefusedAndTheNearestNamed(String name, String nearest) {
        settings.put("synthesis.enabled", "true");
        try (Assembly assembly = assembly()) {
            LiveSettings live = live(assembly);

            assertThatThrownBy(() -> live.voice().change().accept(name))
                    .isInstanceOf(AssistantException.class)
                    .hasMessage("Unknown voice " + name + " for espeak-ng. Did you mean " + nearest + "?");
            assertThat(live.voice().current().get()).isEqualTo("auto");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "+f3", "cmn+f3", "EN-US", "gmw/en-US", "English (America)"})
    void everyNameThatTheEmbeddedEngineHasIsTaken(String name) {
        settings.put("synthesis.enabled", "true");
        try (Assembly assembly = assembly()) {
            LiveSettings live = live(assembly);

            live.voice().change().accept(name);

            assertThat(live.voice().current().get()).isEqualTo(name);
            assertThat(live.voice().doubt().apply(name.replace("auto", ""))).isEmpty();
        }
    }

    @Test
    void aVoiceThatTheCloudHasNotIsRefusedUnlessItMayBeTheUsersOwn() {
        settings.putAll(Map.of(
                "synthesis.enabled", "true",
                "synthesis.engine", "dashscope"));
        environment.put("DASHSCOPE_API_KEY", "sk-test");
        try (Assembly assembly = assembly()) {
            LiveSettings live = live(assembly);

            assertThatThrownBy(() -> live.voice().change().accept("longxiaochum_v2"))
                    .hasMessage("Unknown voice longxiaochum_v2 for cosyvoice-v2. Did you mean longxiaochun_v2?");
            live.voice().change().accept("cosyvoice-v2-mine-3f2a");

            assertThat(live.voice().current().get()).isEqualTo("cosyvoice-v2-mine-3f2a");
            assertThat(live.voice().doubt().apply("cosyvoice-v2-mine-3f2a")).isPresent();
            assertThat(live.voice().doubt().apply("longxiaochun_v2")).isEmpty();
        }
    }

    @Test
    void theVoicesOfTheModelThatSpeaksAreListedAndThoseOfOthersAreTakenWithoutADoubt() {
        settings.putAll(Map.of(
                "synthesis.enabled", "true",
                "synthesis.engine", "dashscope",
                "synthesis.model", "cosyvoice-v3-flash"));
        environment.put("DASHSCOPE_API_KEY", "sk-test");
        try (Assembly assembly = assembly()) {
            LiveSettings live = assembly.live(assembly.conversation());

            assertThat(live.voice().known().get())
                    .extracting(KnownValue::value)
                    .contains("auto", "longxiaochun_v3", "longanyang")
                    .doesNotContain("longxiaochun_v2");
            assertThat(live.voice().doubt().apply("longxiaochun_v2")).isEmpty();
        }
    }

    @Test
    void theGuideHasNoOtherModels() {
        settings.put("chat.engine", "guide");
        try (Assembly assembly = assembly()) {
            LiveSettings live = assembly.live(assembly.conversation());

            assertThatThrownBy(() -> live.model().change().accept("qwen-max"))
                    .hasMessageContaining("DASHSCOPE_API_KEY");
            assertThat(live.model().current().get()).isEqualTo("guide");
        }
    }

    /** Of which the voices are known from the beginning. */
    private static LiveSettings live(Assembly assembly) {
        List<KnownVoice> voices = assembly.voice().known().values().iterator().next();
        return new LiveEngines(assembly, assembly.conversation(), Optional.empty(), List::of, () -> voices).settings();
    }

    private List<String> systemPrompts() {
        return server.chat().requests().stream()
                .map(request ->
                        request.body().path("messages").path(0).path("content").asText())
                .toList();
    }

    private static void say(Conversation conversation) {
        conversation.say("hi", event -> {}, new Cancellation());
    }

    private Assembly assembly() {
        settings.put("chat.base_url", server.baseUrl().toString());
        Sources sources = new Sources(
                Optional.empty(), environment, settings, home, Folders.of(Map.of(), home), Optional.empty());
        return Assembly.of(
                SettingsLoader.load(sources).settings(),
                Folders.of(Map.of(), Path.of("target", "espeak")),
                Clock.systemUTC(),
                Map.of());
    }
}
