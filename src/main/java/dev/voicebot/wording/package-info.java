/** How what is written is said: numbers, units, dates, money and signs in words, in English and Chinese. */
@NullMarked
package dev.voicebot.wording;

import org.jspecify.annotations.NullMarked;
