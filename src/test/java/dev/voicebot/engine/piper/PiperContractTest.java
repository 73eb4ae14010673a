package dev.voicebot.engine.piper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.engine.espeak.EspeakSynthesizer;
import dev.voicebot.localmodels.LocalModel;
import dev.voicebot.localmodels.ModelStore;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.synthesis.SpeechStream;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.synthesis.SpeechSynthesizerContract;
import dev.voicebot.synthesis.Voice;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class PiperContractTest extends SpeechSynthesizerContract {
    private final LocalModel beeps = BeepsVoice.in(new ModelStore(Path.of("target", "piper-models")));
    private static final Path CACHE = Path.of("target", "piper-cache");

    private final PiperSynthesizer synthesizer =
            new PiperSynthesizer(List.of(beeps), new PiperFiles(CACHE, new EspeakSynthesizer(CACHE)::data));

    @Override
    protected SpeechSynthesizer synthesizer() {
        return synthesizer;
    }

    @Test
    void aVoiceThatWasNotPulledIsNamedInOneLine() {
        assertThatThrownBy(() -> synthesizer.open(new Voice("amy", 1, 1, 50), frame -> {}, new Cancellation()))
                .isInstanceOf(AssistantException.class)
                .hasMessageStartingWith("Unknown voice amy for piper. Here are: beeps.");
    }

    @Test
    void twiceTheSpeedIsHalfTheSound() {
        int usual = samples(speak("Twice the speed is half the sound."));

        int fast = samples(speakAt(new Voice("beeps", 2, 1, 50), "Twice the speed is half the sound."));

        assertThat(fast).isCloseTo(usual / 2, Percentage.withPercentage(15));
    }

    private List<PcmFrame> speakAt(Voice voice, String text) {
        List<PcmFrame> frames = new CopyOnWriteArrayList<>();
        try (SpeechStream stream = synthesizer.open(voice, frames::add, new Cancellation())) {
            stream.write(text);
            stream.finish();
        }
        return frames;
    }
}
