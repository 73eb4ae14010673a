/** Turns settings into engines, devices and a conversation; the only place that constructs adapters. */
@NullMarked
package dev.voicebot.wiring;

import org.jspecify.annotations.NullMarked;
