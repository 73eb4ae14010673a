package dev.voicebot.engine.openai;

import java.net.URI;

/** A chat server found on this machine, and the first model it offers. */
public record LocalServer(String name, URI baseUrl, String model) {}
