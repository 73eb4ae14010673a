/** Looks at everything the main job needs, and says of each thing what to do when it is not well. */
@NullMarked
package dev.voicebot.doctor;

import org.jspecify.annotations.NullMarked;
