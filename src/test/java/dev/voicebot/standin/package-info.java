/** Plays the cloud on the loopback address: speech over WebSocket and chat over server-sent events, in its wire format. */
@NullMarked
package dev.voicebot.standin;

import org.jspecify.annotations.NullMarked;
