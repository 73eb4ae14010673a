/** What a speech recogniser is: sound in, sentences out. */
@NullMarked
package dev.voicebot.recognition;

import org.jspecify.annotations.NullMarked;
