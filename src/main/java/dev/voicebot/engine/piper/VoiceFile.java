package dev.voicebot.engine.piper;

import static dev.voicebot.text.Messages.tr;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voicebot.localmodels.LocalModel;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.io.IOException;

/** What a voice's {@code .onnx.json} says. */
final class VoiceFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private VoiceFile() {}

    /** In Hz. */
    static int sampleRate(LocalModel model) {
        try {
            int rate = JSON.readTree(model.file("config").toFile())
                    .path("audio")
                    .path("sample_rate")
                    .asInt();
            if (rate > 0) {
                return rate;
            }
        } catch (IOException e) {
            throw unreadable(model, e);
        }
        throw unreadable(model, new IOException("no audio.sample_rate"));
    }

    private static AssistantException unreadable(LocalModel model, IOException cause) {
        return new AssistantException(
                FaultKind.FAILED,
                tr("Cannot read the voice %s. Run: voicebot models verify %s", model.name(), model.name()),
                cause);
    }
}
