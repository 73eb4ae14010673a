/** How services are reached. */
@NullMarked
package dev.voicebot.network;

import org.jspecify.annotations.NullMarked;
