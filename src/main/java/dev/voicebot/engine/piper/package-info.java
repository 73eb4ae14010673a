/** Synthesis by Piper voices on this machine. */
@NullMarked
package dev.voicebot.engine.piper;

import org.jspecify.annotations.NullMarked;
