/** What of a reply can be said: its Markdown as sentences, each with its place in the text. */
@NullMarked
package dev.voicebot.speakable;

import org.jspecify.annotations.NullMarked;
