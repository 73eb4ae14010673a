/** Sound as values: formats, frames, WAV files, resampling, levels, and the shape of devices. */
@NullMarked
package dev.voicebot.audio;

import org.jspecify.annotations.NullMarked;
