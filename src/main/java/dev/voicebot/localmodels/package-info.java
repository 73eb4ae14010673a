/** Models that run on this computer: what can be pulled, what is here, and whether it is still what was pulled. */
@NullMarked
package dev.voicebot.localmodels;

import org.jspecify.annotations.NullMarked;
