/** What a speech synthesiser is: text in as it comes, sound out as it comes. */
@NullMarked
package dev.voicebot.synthesis;

import org.jspecify.annotations.NullMarked;
