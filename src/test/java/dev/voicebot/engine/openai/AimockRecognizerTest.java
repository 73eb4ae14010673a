package dev.voicebot.engine.openai;

import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.recognition.SpeechRecognizerContract;
import dev.voicebot.standin.Aimock;
import dev.voicebot.standin.Tones;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class AimockRecognizerTest extends SpeechRecognizerContract {
    private static final String WORDS = "hello world";

    @TempDir
    Path folder;

    private Aimock server;
    private OpenAiRecognizer recognizer;

    @BeforeEach
    void start() throws IOException {
        server = Aimock.start(folder, WORDS, AimockSynthesizerTest.SOUND);
        recognizer = OpenAiRecognizerTest.recognizer(server.baseUrl());
    }

    @AfterEach
    void close() throws InterruptedException {
        if (server != null) {
            recognizer.close();
            server.close();
        }
    }

    @Override
    protected SpeechRecognizer recognizer() {
        return recognizer;
    }

    @Override
    protected short[] speech(int sampleRate) {
        return OpenAiRecognizerTest.between(Tones.of(WORDS, sampleRate), sampleRate);
    }

    @Override
    protected String words() {
        return WORDS;
    }
}
