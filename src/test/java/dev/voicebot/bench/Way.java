package dev.voicebot.bench;

/** A way to run a spoken turn. */
interface Way extends AutoCloseable {
    /** One turn, given up once its first sound has gone to the speaker. */
    Marks turn() throws Exception;

    @Override
    void close();
}
