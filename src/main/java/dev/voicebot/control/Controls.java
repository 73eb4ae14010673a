package dev.voicebot.control;

import java.util.Optional;

/** A chat that lets itself be steered. Called on threads of the control socket; be quick. */
public interface Controls {
    /** Does it, unless it cannot be done now: then gives why, in a few words. */
    Optional<String> perform(Verb verb);

    Status status();
}
