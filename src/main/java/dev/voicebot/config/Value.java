package dev.voicebot.config;

import java.nio.file.Path;

/** A setting's text, the place to name when it is wrong, and the folder a relative path in it is taken from. */
record Value(String text, String place, Path base) {}
