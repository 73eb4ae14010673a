package dev.voicebot.cli;

import dev.voicebot.config.SynthesisSettings;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options of every command that speaks; each stands for a setting. */
final class VoiceOptions {
    @Option(
            names = "--voice",
            paramLabel = "NAME",
            completionCandidates = LiveValues.Voices.class,
            description = "Voice name (see 'voicebot speak --list-voices').")
    private Optional<String> voice = Optional.empty();

    @Option(names = "--rate", paramLabel = "N", description = "Speed from 0.5 to 2; 1 is normal.")
    private Optional<String> rate = Optional.empty();

    @Option(names = "--pitch", paramLabel = "N", description = "Pitch from 0.5 to 2; 1 is normal.")
    private Optional<String> pitch = Optional.empty();

    @Option(names = "--volume", paramLabel = "N", description = "Volume from 0 to 100.")
    private Optional<String> volume = Optional.empty();

    /** Complains about a voice that is named here and cannot be there; one of the settings only raises a doubt. */
    void check(Announcements announcements) {
        if (voice.isPresent()) {
            announcements.checkVoice();
        } else {
            announcements.doubtVoice();
        }
    }

    boolean isGiven() {
        return Stream.of(voice, rate, pitch, volume).anyMatch(Optional::isPresent);
    }

    SettingOptions settings() {
        return new SettingOptions()
                .with("--voice", SynthesisSettings.VOICE, voice)
                .with("--rate", SynthesisSettings.RATE, rate)
                .with("--pitch", SynthesisSettings.PITCH, pitch)
                .with("--volume", SynthesisSettings.VOLUME, volume);
    }
}
