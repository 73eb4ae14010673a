/** What the program says to its user, in the user's language. */
@NullMarked
package dev.voicebot.text;

import org.jspecify.annotations.NullMarked;
