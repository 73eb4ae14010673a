/** The conversations that are kept: written turn by turn, listed, searched, taken up again, exported. */
@NullMarked
package dev.voicebot.sessions;

import org.jspecify.annotations.NullMarked;
