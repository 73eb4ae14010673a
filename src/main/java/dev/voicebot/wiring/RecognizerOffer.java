package dev.voicebot.wiring;

import dev.voicebot.localmodels.PullListener;
import dev.voicebot.outcome.Cancellation;
import java.util.List;

/** A recognizer that can be downloaded where there is none. Any thread. */
public interface RecognizerOffer {
    /** What it is called. */
    String name();

    /** What is still to be downloaded, in bytes. */
    long size();

    /** Whether it has come since, by another program: then {@link #fetch} returns at once. Reads files. */
    boolean isHere();

    /** What it is, what it costs and under which license it comes, a row each. */
    List<String> description();

    /** Whether downloading it means to agree to a license for the first time. */
    boolean needsAgreement();

    /**
     * Agrees to the licenses, downloads what is missing and makes voice input use it; blocks. A download that was
     * interrupted is continued.
     *
     * @throws dev.voicebot.outcome.AssistantException SERVICE or FAILED, which says what to do; INTERRUPTED at a cancel
     */
    void fetch(PullListener listener, Cancellation cancellation);
}
