package dev.voicebot.recognition;

import dev.voicebot.audio.Recording;
import dev.voicebot.outcome.Cancellation;
import java.util.function.Consumer;

/** Turns sound into words while it is being spoken. */
public interface SpeechRecognizer {
    /**
     * Reads {@code sound} to its end and returns all that was said. Blocks; reads from the first frame on, whatever
     * the time its connection takes. Does not close {@code sound}.
     *
     * @param updates gets the whole transcript so far after every change, on a thread of the engine: be quick
     * @return the final transcript, {@code unfinished} empty; {@link Transcript#EMPTY} when nothing was said
     * @throws dev.voicebot.outcome.AssistantException INTERRUPTED soon after the cancel; SERVICE, CREDENTIALS or
     *     SETTINGS when the service refuses or fails; what {@code sound} throws
     */
    Transcript listen(Recording sound, Consumer<Transcript> updates, Cancellation cancellation);
}
