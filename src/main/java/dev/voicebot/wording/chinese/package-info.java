/** Tokens said in Chinese. */
@NullMarked
package dev.voicebot.wording.chinese;

import org.jspecify.annotations.NullMarked;
