/** The program's threads: their names, and the one way to start one. */
@NullMarked
package dev.voicebot.threads;

import org.jspecify.annotations.NullMarked;
