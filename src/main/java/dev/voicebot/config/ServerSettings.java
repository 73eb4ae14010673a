package dev.voicebot.config;

import dev.voicebot.credentials.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** An OpenAI-compatible server; without an address one on this machine is meant. */
public record ServerSettings(Optional<URI> baseUrl, Optional<Secret> apiKey, Duration timeout) {}
