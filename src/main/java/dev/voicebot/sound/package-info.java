/** Real sound devices through javax.sound. */
@NullMarked
package dev.voicebot.sound;

import org.jspecify.annotations.NullMarked;
