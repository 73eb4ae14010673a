/** The program's edge: picocli commands, exit codes and the one place that prints errors. */
@NullMarked
package dev.voicebot.cli;

import org.jspecify.annotations.NullMarked;
