/** The conversation in a terminal: prompt, keys, slash commands and rendering, on JLine. */
@NullMarked
package dev.voicebot.repl;

import org.jspecify.annotations.NullMarked;
