package dev.voicebot.localmodels;

/** Receives the progress of a pull; called often, on the pulling thread. */
public interface PullListener {
    /** {@code done} of {@code total} bytes of the model are there. */
    default void progress(CatalogModel model, long done, long total) {}

    /** Everything was fetched and is being compared or unpacked. */
    default void finishing(CatalogModel model) {}

    /** A line for the user. */
    default void notice(String line) {}
}
