package dev.voicebot.terminal;

/** Asks the user. One thread. */
public interface Questions {
    /**
     * Blocks for a line; empty if the user only pressed Enter.
     *
     * @throws dev.voicebot.outcome.AssistantException INTERRUPTED at Ctrl-C and at the end of the input
     */
    String ask(String question);

    /** The same, and what is typed is neither shown nor remembered. */
    String askHidden(String question);

    /** Shows a line. */
    void tell(String line);
}
