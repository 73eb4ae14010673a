/** What services counted and what that costs: by turn, chat and day. */
@NullMarked
package dev.voicebot.usage;

import org.jspecify.annotations.NullMarked;
