package dev.voicebot.control;

/**
 * How a chat is.
 *
 * @param pid its process
 * @param state idle, listening, thinking, speaking, paused, replaying or asleep
 * @param session the name of the conversation that is kept; empty before its first question, and in a private talk
 * @param engines who talks, in a few words
 */
public record Status(long pid, String state, String session, String engines) {}
