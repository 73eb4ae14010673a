package dev.voicebot.config;

/** Whether the model may be asked before the question is certain. */
public enum Preemptive {
    /** Where it costs nothing: a model on this machine. */
    AUTO,
    ON,
    OFF
}
