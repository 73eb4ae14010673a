/** Speech told from noise by the Silero model, which lies in the jar. */
@NullMarked
package dev.voicebot.engine.silero;

import org.jspecify.annotations.NullMarked;
