package dev.voicebot.audio;

/** Where sound comes from: a microphone, a file, a pipe. */
public interface AudioInput {
    /**
     * Starts capturing; returns once sound is being taken, so nothing said afterwards is lost.
     *
     * @throws dev.voicebot.outcome.AssistantException of kind AUDIO_DEVICE when there is no such device
     */
    Recording start();
}
