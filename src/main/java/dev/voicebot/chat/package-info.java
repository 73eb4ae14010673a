/** What a chat model is, its messages, and the history it is given. */
@NullMarked
package dev.voicebot.chat;

import org.jspecify.annotations.NullMarked;
