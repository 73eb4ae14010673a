/** Texts of any length read aloud: sentence by sentence to the speaker, into files and pipes, in constant memory. */
@NullMarked
package dev.voicebot.reading;

import org.jspecify.annotations.NullMarked;
