package dev.voicebot.engine.espeak;

import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.SpeechSynthesizerContract;
import java.nio.file.Path;

class EspeakContractTest extends SpeechSynthesizerContract {
    private final EspeakSynthesizer synthesizer = new EspeakSynthesizer(Path.of("target", "espeak"));

    @Override
    protected SpeechSynthesizer synthesizer() {
        return synthesizer;
    }
}
