/** What the user says in a chat: by a key ({@code Talking}) or hands-free, from the microphone to a question. */
@NullMarked
package dev.voicebot.talk;

import org.jspecify.annotations.NullMarked;
