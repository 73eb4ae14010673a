/** The archive of saved replies: write, list, find. */
@NullMarked
package dev.voicebot.recordings;

import org.jspecify.annotations.NullMarked;
