/** Files and folders that only their owner may read. */
@NullMarked
package dev.voicebot.files;

import org.jspecify.annotations.NullMarked;
