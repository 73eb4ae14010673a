package dev.voicebot.talk;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.audio.PcmFrame;
import java.util.Optional;

/** The sound of one talk, until it is recognised. Trouble with keeping it never stops a talk. */
interface KeptTalk {
    /** Adds to it; by the talk's sound. */
    void write(PcmFrame frame);

    /** No more sound comes; by the talk's sound. */
    void close();

    /** To be heard again; empty when nothing was kept. Any thread. */
    Optional<AudioInput> sound();

    /** Nobody needs it any more; any thread. */
    void drop();
}
