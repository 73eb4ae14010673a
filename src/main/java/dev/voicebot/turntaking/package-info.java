/** What words say about a turn: whether it is over, and whether it was meant as one. */
@NullMarked
package dev.voicebot.turntaking;

import org.jspecify.annotations.NullMarked;
