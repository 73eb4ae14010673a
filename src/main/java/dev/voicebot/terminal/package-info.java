/**
 * The plumbing on JLine: keys, widths, safe text, colors, signals, and lines that change in place. It knows nothing of
 * a conversation.
 */
@NullMarked
package dev.voicebot.terminal;

import org.jspecify.annotations.NullMarked;
