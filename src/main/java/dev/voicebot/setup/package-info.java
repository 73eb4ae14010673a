/** Asks a new user for what the program needs to work well: the key, the microphone, the speaker. */
@NullMarked
package dev.voicebot.setup;

import org.jspecify.annotations.NullMarked;
