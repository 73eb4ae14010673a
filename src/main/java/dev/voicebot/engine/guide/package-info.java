/** The embedded chat: no language model, explains voicebot itself; the default without a key. */
@NullMarked
package dev.voicebot.engine.guide;

import org.jspecify.annotations.NullMarked;
