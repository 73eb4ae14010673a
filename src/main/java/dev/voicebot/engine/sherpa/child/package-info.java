/** The process that runs the speech library, so that a crash in it never ends the program. */
@NullMarked
package dev.voicebot.engine.sherpa.child;

import org.jspecify.annotations.NullMarked;
