package dev.voicebot.engine.openai;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.standin.Aimock;
import dev.voicebot.standin.Tones;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.SpeechSynthesizerContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class AimockSynthesizerTest extends SpeechSynthesizerContract {
    private static final int RATE = 24_000;
    static final PcmFrame SOUND = new PcmFrame(Tones.of("a sound of a second", RATE), RATE);

    @TempDir
    Path folder;

    private Aimock server;
    private OpenAiSynthesizer synthesizer;

    @BeforeEach
    void start() throws IOException {
        server = Aimock.start(folder, "hello", SOUND);
        synthesizer = OpenAiSynthesizerTest.synthesizer(server.baseUrl());
    }

    @AfterEach
    void close() throws InterruptedException {
        if (server != null) {
            synthesizer.close();
            server.close();
        }
    }

    @Override
    protected SpeechSynthesizer synthesizer() {
        return synthesizer;
    }
}
