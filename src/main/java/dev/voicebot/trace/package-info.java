/** What goes over the wires of a command, written to a file that anybody can hand in. */
@NullMarked
package dev.voicebot.trace;

import org.jspecify.annotations.NullMarked;
