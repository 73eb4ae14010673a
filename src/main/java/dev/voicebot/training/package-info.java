/** A small cloud on loopback that the class-data archive is trained with: just enough of the wire format to load every class. */
@NullMarked
package dev.voicebot.training;

import org.jspecify.annotations.NullMarked;
