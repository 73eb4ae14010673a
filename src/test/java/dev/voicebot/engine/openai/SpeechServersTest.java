package dev.voicebot.engine.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.engine.openai.SpeechServers.Found;
import dev.voicebot.standin.SpeechServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SpeechServersTest {
    private static final Duration LONG = Duration.ofSeconds(10);

    private final SpeechServer server = SpeechServer.start();
    private final SpeechServers servers = new SpeechServers(List.of(URI.create("http://127.0.0.1:9"), server.root()));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aServerIsFoundByAModelThatHearsOrSpeaks() {
        server.speech().models("qwen3", "Systran/faster-whisper-small", "kokoro");

        assertThat(servers.hearing(LONG)).hasValue(new Found(server.baseUrl(), "Systran/faster-whisper-small"));
        assertThat(servers.speaking(LONG)).hasValue(new Found(server.baseUrl(), "kokoro"));
    }

    @Test
    void aServerThatOnlySpeaksDoesNotHear() {
        server.speech().models("kokoro", "tts-1");

        assertThat(servers.hearing(LONG)).isEmpty();
        assertThat(servers.speaking(LONG)).isPresent();
    }

    @Test
    void aChatServerIsNeither() {
        server.speech().models("qwen3", "llama3.2");

        assertThat(servers.hearing(LONG)).isEmpty();
        assertThat(servers.speaking(LONG)).isEmpty();
    }

    @Test
    void whisperCppIsKnownByItsPage() {
        server.speech().playWhisperCpp();

        assertThat(servers.hearing(LONG)).hasValue(new Found(server.baseUrl(), ""));
        assertThat(servers.speaking(LONG)).isEmpty();
    }

    @Test
    void whereNothingListensNothingIsFound() {
        server.close();

        assertThat(servers.hearing(LONG)).isEmpty();
    }
}
