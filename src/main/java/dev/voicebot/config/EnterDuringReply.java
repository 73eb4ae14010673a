package dev.voicebot.config;

/** What Enter does while a reply runs: {@code chat.enter_during_reply}. */
public enum EnterDuringReply {
    INTERRUPT,
    QUEUE
}
