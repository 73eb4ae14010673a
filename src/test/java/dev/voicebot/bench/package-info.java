/** Measures the program's own share of a turn, beside the way the original program worked; {@code scripts/bench} starts it. */
@NullMarked
package dev.voicebot.bench;

import org.jspecify.annotations.NullMarked;
