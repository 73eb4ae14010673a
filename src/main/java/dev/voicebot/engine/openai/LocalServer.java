package dev.voicebot.engine.openai;

import java.net.URI;

/**
 * An OpenAI-compatible server found on this machine.
 *
 * @param name the product's name
 * @param model the first chat model it lists
 */
public record LocalServer(String name, URI baseUrl, String model) {}
