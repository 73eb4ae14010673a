package dev.voicebot.wiring;

import dev.voicebot.audio.SoundDevice;
import java.util.List;
import java.util.function.Supplier;

/**
 * What of a running conversation can be exchanged.
 *
 * @param engines who answers, speaks and hears now, in a word each
 * @param microphones those there are; waits a few seconds at most for a sound server that hangs, and then throws
 * @param speakers as {@code microphones}
 */
public record LiveSettings(
        LiveSetting model,
        LiveSetting voice,
        LiveSetting system,
        LiveSetting language,
        LiveSetting microphone,
        LiveSetting speaker,
        Supplier<List<String>> engines,
        Supplier<List<SoundDevice>> microphones,
        Supplier<List<SoundDevice>> speakers) {}
