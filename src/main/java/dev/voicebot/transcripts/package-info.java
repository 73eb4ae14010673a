/** Transcripts as text, JSON, tables and subtitles, written while they grow. */
@NullMarked
package dev.voicebot.transcripts;

import org.jspecify.annotations.NullMarked;
