/** How work ends: done, cancelled, or failed in one of few kinds. */
@NullMarked
package dev.voicebot.outcome;

import org.jspecify.annotations.NullMarked;
