/** A reply's Markdown as rows of styled text, block by block while it is being written. */
@NullMarked
package dev.voicebot.markdown;

import org.jspecify.annotations.NullMarked;
