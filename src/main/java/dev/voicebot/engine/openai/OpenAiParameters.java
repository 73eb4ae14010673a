package dev.voicebot.engine.openai;

import dev.voicebot.credentials.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Which server and model answer, and how; without a key none is sent. */
public record OpenAiParameters(
        URI baseUrl,
        Optional<Secret> apiKey,
        String model,
        Optional<Double> temperature,
        Optional<Integer> maxTokens,
        Duration connectTimeout) {}
