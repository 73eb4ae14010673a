package dev.voicebot.repl;

/** One command of the prompt; {@code name} begins with a slash, {@code action} runs under the line's lock. */
record SlashCommand(String name, String summary, Runnable action) {}
