package dev.voicebot.engine.sherpa.child;

/** A model that recognizes one talk at a time, of {@link Configurations#SAMPLE_RATE}; one thread. */
interface Hearing {
    /** Begins a talk, and forgets one that was not ended. */
    void begin();

    /**
     * Takes the next sound.
     *
     * @param isBehind whether more sound is waiting, so that what is said now is of no interest
     */
    void hear(short[] samples, boolean isBehind);

    void end();
}
