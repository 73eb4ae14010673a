package dev.voicebot.wiring;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.audio.AudioOutput;
import dev.voicebot.audio.PlaybackMeter;
import dev.voicebot.audio.SoundDevice;
import dev.voicebot.config.AudioSettings;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.sound.DeviceList;
import dev.voicebot.sound.EchoCancel;
import dev.voicebot.threads.Worker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The microphone and the speaker that are chosen, which may be exchanged while the program runs. */
public final class SoundDevices {
    private static final Logger LOG = LoggerFactory.getLogger(SoundDevices.class);

    private final Devices devices;
    private final AudioSettings settings;
    private final OpenedParts opened;
    private final PlaybackMeter playback = new PlaybackMeter();
    private final MicrophoneSearch search = new MicrophoneSearch(Duration.ofMillis(300));
    // exchanged by the screen, read by the next talk or turn
    private volatile Optional<String> input;
    private volatile Optional<String> output;

    SoundDevices(Devices devices, AudioSettings settings, OpenedParts opened) {
        this.devices = devices;
        this.settings = settings;
        this.opened = opened;
        this.input = settings.inputDevice();
        this.output = settings.outputDevice();
    }

    /** Each recording is taken from the device that is chosen then. */
    public AudioInput microphone() {
        return () -> devices.microphone(settings, input).start();
    }

    /** The same without what the speaker plays, if the sound server has such a source and no other was chosen. */
    public AudioInput microphoneWithoutEcho() {
        return () -> {
            if (input.isEmpty()) {
                devices.echoCancel().ifPresent(EchoCancel::prefer);
            }
            return microphone().start();
        };
    }

    /** Name of the sound server's source without the speaker's sound, if it has one; asks it. */
    public Optional<String> sourceWithoutEcho() {
        return devices.echoCancel().map(EchoCancel::source);
    }

    /** Closed with the program. */
    public AudioOutput speaker() {
        return opened.add(playback.on(devices.speaker(output)));
    }

    /** How loud the speakers are that were made here. */
    public PlaybackMeter playback() {
        return playback;
    }

    /**
     * Where sound can come from, the default first. Waits a few seconds at most.
     *
     * @throws dev.voicebot.outcome.AssistantException of kind AUDIO_DEVICE when the sound server does not answer
     */
    public List<SoundDevice> microphones() {
        return devices.microphones(input);
    }

    /** Where sound can go to; as {@link #microphones}. */
    public List<SoundDevice> speakers() {
        return devices.speakers(output);
    }

    /** The microphone that is chosen, by a part of its name or its number; empty: the default. */
    public Optional<String> input() {
        return input;
    }

    /** Chooses a microphone for the next recording. */
    public void hearThrough(Optional<String> device) {
        input = device;
    }

    /** As {@link #input}. */
    public Optional<String> output() {
        return output;
    }

    /** Chooses a speaker for the next {@link #speaker}. */
    public void speakThrough(Optional<String> device) {
        output = device;
    }

    /**
     * Looks for microphones in the background, or the first talk would begin a tenth of a second late, and then for speakers.
     *
     * @param told takes what to do, in one line, if there is no speaker; on another thread
     */
    void warm(Consumer<String> told) {
        search.announce();
        Worker.DEVICES.start(() -> {
            search.run(this::microphones);
            if (hasNoSpeaker()) {
                told.accept(DeviceList.noSpeaker());
            }
        });
    }

    private boolean hasNoSpeaker() {
        try {
            return speakers().isEmpty();
        } catch (AssistantException e) {
            LOG.debug("looking for speakers: {}", e.userMessage());
            return false; // the first reply tells
        }
    }

    /** What {@link #warm} has found to be missing, and what to do, in one line. */
    Optional<String> obstacle() {
        return search.obstacle();
    }
}
