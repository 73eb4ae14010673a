package dev.voicebot.engine.piper;

import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Where the library finds its files.
 *
 * @param cache a folder of the program's own
 * @param espeakData gives the folder with espeak's data; may unpack it
 */
public record PiperFiles(Path cache, Supplier<Path> espeakData) {}
