/** Which language a text is written in. */
@NullMarked
package dev.voicebot.language;

import org.jspecify.annotations.NullMarked;
