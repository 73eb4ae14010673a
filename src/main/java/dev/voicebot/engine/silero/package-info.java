/** Distinguishes speech from noise with the Silero model, which is in the jar. */
@NullMarked
package dev.voicebot.engine.silero;

import org.jspecify.annotations.NullMarked;
