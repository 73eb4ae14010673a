/** The heart: one turn of a conversation, from words to spoken, saved reply. */
@NullMarked
package dev.voicebot.turn;

import org.jspecify.annotations.NullMarked;
