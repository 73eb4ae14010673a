/** A running chat, steered from another process of the same user over a socket. */
@NullMarked
package dev.voicebot.control;

import org.jspecify.annotations.NullMarked;
