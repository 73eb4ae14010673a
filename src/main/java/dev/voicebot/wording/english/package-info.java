/** Tokens said in English. */
@NullMarked
package dev.voicebot.wording.english;

import org.jspecify.annotations.NullMarked;
