/**
 * A conversation as it is seen: the line that is typed, the state beside it, questions and replies above it while they
 * grow, for the eye ({@code ChatDisplay}) and for screen readers ({@code PlainDisplay}).
 */
@NullMarked
package dev.voicebot.screen;

import org.jspecify.annotations.NullMarked;
