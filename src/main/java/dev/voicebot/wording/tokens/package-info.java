/** What a sentence holds, before anything is put into words. */
@NullMarked
package dev.voicebot.wording.tokens;

import org.jspecify.annotations.NullMarked;
