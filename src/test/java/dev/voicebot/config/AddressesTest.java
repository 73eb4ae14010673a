package dev.voicebot.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Region and workspace give the three addresses; an address that is set wins, and the others follow it. */
class AddressesTest {
    @TempDir
    private Path folder;

    private final Map<String, String> environment = new LinkedHashMap<>();
    private final Map<String, String> options = new LinkedHashMap<>();

    @Test
    void beijingIsTheDefault() {
        assertAddresses("dashscope.aliyuncs.com");
        assertThat(settings().usage().currency()).isEqualTo("CNY");
        assertThat(settings().dashscope().region()).isEqualTo(Region.BEIJING);
    }

    @ParameterizedTest
    @CsvSource({
        "singapore, dashscope-intl.aliyuncs.com",
        "us, dashscope-us.aliyuncs.com",
        "hongkong, cn-hongkong.dashscope.aliyuncs.com"
    })
    void aRegionGivesAllAddressesAndTheCurrency(String region, String host) {
        options.put("dashscope.region", region);

        assertAddresses(host);
        assertThat(settings().usage().currency()).isEqualTo("USD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ap-southeast-1", "intl", "international", "Singapore", "ap_southeast_1", "SG"})
    void theUsualSpellingsOfARegionAreUnderstood(String name) {
        environment.put("DASHSCOPE_API_REGION", name);

        assertAddresses("dashscope-intl.aliyuncs.com");
        assertThat(settings().dashscope().region()).isEqualTo(Region.SINGAPORE);
    }

    @Test
    void aWorkspaceHasAHostOfItsOwn() {
        environment.put("DASHSCOPE_WORKSPACE_ID", "llm-42");
        assertAddresses("llm-42.cn-beijing.maas.aliyuncs.com");

        environment.put("DASHSCOPE_API_REGION", "ap-southeast-1");
        assertAddresses("llm-42.ap-southeast-1.maas.aliyuncs.com");
    }

    @Test
    void aWorkspaceIsPartOfAHostsNameAndNothingElse() {
        environment.put("DASHSCOPE_WORKSPACE_ID", "evil.example.org/");

        assertThatThrownBy(this::settings).hasMessageContaining("DASHSCOPE_WORKSPACE_ID must contain only letters");
    }

    @Test
    void aRegionWithoutASharedHostAsksForTheWorkspace() {
        options.put("dashscope.region", "frankfurt");
        assertThatThrownBy(this::settings).hasMessageContaining("dashscope.workspace");

        options.put("dashscope.workspace", "llm-42");
        assertAddresses("llm-42.eu-central-1.maas.aliyuncs.com");
    }

    @Test
    void anUnknownRegionIsAMistake() {
        environment.put("DASHSCOPE_API_REGION", "atlantis");

        assertThatThrownBy(this::settings)
                .hasMessage("DASHSCOPE_API_REGION must be one of beijing, singapore, us, hongkong, frankfurt,"
                        + " got atlantis.");
    }

    @ParameterizedTest
    @CsvSource({
        "DASHSCOPE_HTTP_BASE_URL, https://dashscope-intl.aliyuncs.com/api/v1",
        "DASHSCOPE_WEBSOCKET_BASE_URL, wss://dashscope-intl.aliyuncs.com/api-ws/v1/inference/"
    })
    void oneAddressOfTheSdkMovesTheOthersTheRegionAndTheCurrency(String variable, String address) {
        environment.put(variable, address);

        assertAddresses("dashscope-intl.aliyuncs.com");
        assertThat(settings().dashscope().region()).isEqualTo(Region.SINGAPORE);
        assertThat(settings().usage().currency()).isEqualTo("USD");
    }

    @Test
    void oneAddressOnThisMachineMovesAllOfThem() {
        environment.put("DASHSCOPE_HTTP_BASE_URL", "http://127.0.0.1:8765/api/v1");

        assertThat(settings().dashscope().websocketUrl())
                .isEqualTo(URI.create("ws://127.0.0.1:8765/api-ws/v1/inference/"));
        assertThat(settings().chat().baseUrl()).isEqualTo(URI.create("http://127.0.0.1:8765/compatible-mode/v1"));
    }

    @Test
    void aPathInFrontOfTheServicesOwnIsKept() {
        environment.put("DASHSCOPE_HTTP_BASE_URL", "https://proxy.example.org/cloud/api/v1/");

        assertThat(settings().chat().baseUrl())
                .isEqualTo(URI.create("https://proxy.example.org/cloud/compatible-mode/v1"));
    }

    @Test
    void anAddressThatIsSetWins() {
        options.put("dashscope.region", "singapore");
        options.put("chat.base_url", "https://chat.example.org/v1");
        options.put("dashscope.websocket_url", "wss://speech.example.org/socket");

        assertThat(settings().chat().baseUrl()).hasHost("chat.example.org");
        assertThat(settings().dashscope().websocketUrl()).hasHost("speech.example.org");
        assertThat(settings().dashscope().httpUrl()).hasHost("dashscope-intl.aliyuncs.com");
    }

    @Test
    void everyAddressSaysWhereItComesFrom() {
        environment.put("DASHSCOPE_API_REGION", "intl");
        assertThat(origin("dashscope.http_url")).isEqualTo("by DASHSCOPE_API_REGION");

        environment.put("DASHSCOPE_HTTP_BASE_URL", "http://127.0.0.1:8765/api/v1");
        assertThat(origin("dashscope.http_url")).isEqualTo("DASHSCOPE_HTTP_BASE_URL");
        assertThat(origin("dashscope.websocket_url")).isEqualTo("by DASHSCOPE_HTTP_BASE_URL");
        assertThat(origin("chat.base_url")).isEqualTo("by DASHSCOPE_HTTP_BASE_URL");
    }

    @Test
    void aRegionCanBePlayedOnThisMachineAndNowhereElse() {
        environment.put("VOICEBOT_HOST_SINGAPORE", "http://127.0.0.1:8765");
        environment.put("VOICEBOT_HOST_US", "https://example.org");

        assertThat(settings().dashscope().regions())
                .containsEntry(Region.SINGAPORE, URI.create("http://127.0.0.1:8765/api/v1"))
                .containsEntry(Region.US, URI.create("https://dashscope-us.aliyuncs.com/api/v1"));
    }

    private void assertAddresses(String host) {
        Settings settings = settings();
        assertThat(settings.dashscope().websocketUrl())
                .isEqualTo(URI.create("wss://" + host + "/api-ws/v1/inference/"));
        assertThat(settings.dashscope().httpUrl()).isEqualTo(URI.create("https://" + host + "/api/v1"));
        assertThat(settings.chat().baseUrl()).isEqualTo(URI.create("https://" + host + "/compatible-mode/v1"));
    }

    private String origin(String key) {
        return load().effective().stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElseThrow()
                .origin();
    }

    private Settings settings() {
        return load().settings();
    }

    private LoadedSettings load() {
        return SettingsLoader.load(new Sources(
                Optional.empty(),
                environment,
                options,
                folder,
                Folders.of(environment, folder.resolve("home")),
                Optional.empty()));
    }
}
