package dev.voicebot.repl;

import dev.voicebot.control.ControlFolder;
import java.util.function.Supplier;

/**
 * How another process reaches this chat.
 *
 * @param folder where its socket is made
 * @param engines who talks, in a few words
 */
public record ControlParts(ControlFolder folder, Supplier<String> engines) {}
