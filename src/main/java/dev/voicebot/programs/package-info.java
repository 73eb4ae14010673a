/** Other programs of the user's: found on the path, the editor, the clipboard. */
@NullMarked
package dev.voicebot.programs;

import org.jspecify.annotations.NullMarked;
