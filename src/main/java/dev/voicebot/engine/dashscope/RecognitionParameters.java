package dev.voicebot.engine.dashscope;

import java.time.Duration;
import java.util.Optional;

/** What the recogniser is asked for; {@code sampleRate} in Hz is what the model takes. */
public record RecognitionParameters(
        String model,
        int sampleRate,
        Optional<String> language,
        Optional<String> vocabularyId,
        Optional<Duration> maxEndSilence) {}
