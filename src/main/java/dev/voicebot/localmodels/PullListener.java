package dev.voicebot.localmodels;

import static dev.voicebot.text.Messages.tr;

/** Receives the progress of a pull; called often, on the pulling thread. */
public interface PullListener {
    /** {@code done} of {@code total} bytes of the model are there. */
    default void progress(CatalogModel model, long done, long total) {}

    /** Everything was fetched and is being compared or unpacked. */
    default void finishing(CatalogModel model) {}

    /** A line for the user. */
    default void notice(String line) {}

    /**
     * Whether to go on at another host after {@code trouble}, a sentence, with the usual one. May block while the user
     * is asked; where nobody can be asked the answer is yes, with a notice.
     */
    default boolean usesInstead(String trouble, String host) {
        notice(tr("%s Using %s.", trouble, host));
        return true;
    }
}
