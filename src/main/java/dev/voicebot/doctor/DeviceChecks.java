package dev.voicebot.doctor;

import static dev.voicebot.text.Messages.mark;
import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.AudioOutput;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Playback;
import dev.voicebot.audio.Recording;
import dev.voicebot.audio.SoundDevice;
import dev.voicebot.config.AudioSettings;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.wiring.Assembly;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The microphone and the speaker that the settings choose: opened and measured, opened and sounded. */
public final class DeviceChecks {
    private static final Duration LISTENED = Duration.ofSeconds(1);

    private final Assembly assembly;

    private DeviceChecks(Assembly assembly) {
        this.assembly = assembly;
    }

    /** One after the other, or the microphone would hear the tone. Chat goes on in text without either. */
    public static List<Check> of(Assembly assembly) {
        DeviceChecks checks = new DeviceChecks(assembly);
        return List.of(microphone(assembly), speaker(assembly), Check.useful(mark("echo cancel"), checks::echoCancel));
    }

    /** Listens to the microphone for a second. */
    public static Check microphone(Assembly assembly) {
        return Check.useful(mark("microphone"), new DeviceChecks(assembly)::microphone);
    }

    /** Plays a quiet tone. */
    public static Check speaker(Assembly assembly) {
        return Check.useful(mark("speaker"), new DeviceChecks(assembly)::speaker);
    }

    private Diagnosis microphone(Cancellation cancellation) {
        try (Recording recording = assembly.devices().microphone().start();
                Cancellation.Registration tie = cancellation.onCancel(recording::close)) {
            String name = used(assembly.devices().microphones());
            Heard heard = Heard.from(recording, LISTENED);
            cancellation.throwIfCancelled();
            return diagnosis(name, heard);
        }
    }

    private Diagnosis echoCancel(Cancellation cancellation) {
        return Diagnosis.ok(assembly.devices()
                .sourceWithoutEcho()
                .map(found -> tr("%s: used when hands-free, unless %s is set", found, AudioSettings.INPUT_DEVICE.key()))
                .orElseGet(() ->
                        tr("none: only what is louder than the reply interrupts it, unless you wear headphones")));
    }

    private static Diagnosis diagnosis(String name, Heard heard) {
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("level_db", heard.level());
        figures.put("peak_db", heard.peak());
        figures.put("clipped_samples", heard.clipped());
        if (heard.isNothing()) {
            return Diagnosis.warning(tr(
                            "%s: completely silent: it may be muted, or this terminal may lack permission (macOS:"
                                    + " Privacy & Security).",
                            name))
                    .with(figures);
        }
        String measured = tr("%s: level %s dB, peak %s dB", name, heard.level(), heard.peak());
        if (heard.clipped() > 0) {
            return Diagnosis.warning(tr("%s: %s samples clipped. Lower the gain.", measured, heard.clipped()))
                    .with(figures);
        }
        return Diagnosis.ok(measured).with(figures);
    }

    private Diagnosis speaker(Cancellation cancellation) {
        try (AudioOutput speaker = assembly.devices().speaker()) {
            int rate = assembly.settings().synthesis().sampleRate();
            Playback playback = speaker.start(rate);
            try (Cancellation.Registration tie = cancellation.onCancel(playback::stop)) {
                PcmFrame tone = QuietTone.at(rate);
                playback.play(tone);
                playback.finish();
                cancellation.throwIfCancelled();
                return diagnosis(used(assembly.devices().speakers()), tone.length(), playback.heard());
            }
        }
    }

    private static Diagnosis diagnosis(String name, Duration tone, Duration heard) {
        Map<String, Number> figures = Map.of("played_ms", heard.toMillis());
        if (heard.compareTo(tone.dividedBy(2)) < 0) {
            return Diagnosis.warning(tr(
                            "%s: played only %s ms of a %s ms tone. Restart the sound server.",
                            name, heard.toMillis(), tone.toMillis()))
                    .with(figures);
        }
        return Diagnosis.ok(tr(
                        "%s: played a quiet tone. If you did not hear it, check the volume and %s.",
                        name, AudioSettings.OUTPUT_DEVICE.key()))
                .with(figures);
    }

    private static String used(List<SoundDevice> devices) {
        Optional<SoundDevice> used = devices.stream().filter(SoundDevice::used).findFirst();
        return used.map(SoundDevice::name).orElseGet(() -> tr("default"));
    }
}
