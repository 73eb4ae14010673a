/** Speech synthesis by the embedded espeak-ng: the default without a key or a network. */
@NullMarked
package dev.voicebot.engine.espeak;

import org.jspecify.annotations.NullMarked;
