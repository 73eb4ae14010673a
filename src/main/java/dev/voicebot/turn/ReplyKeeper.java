package dev.voicebot.turn;

import dev.voicebot.recordings.ReplyDetails;
import dev.voicebot.recordings.ReplyRecorder;

/** Opens the file that a spoken reply is kept in: a new one of the archive, or the one the user named. */
@FunctionalInterface
public interface ReplyKeeper {
    /**
     * Begins a reply of {@code sampleRate} Hz.
     *
     * @throws dev.voicebot.outcome.AssistantException when the file cannot be made
     */
    ReplyRecorder start(ReplyDetails details, int sampleRate);
}
