package dev.voicebot.sound;

import static dev.voicebot.text.Messages.mark;
import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.SoundDevice;
import dev.voicebot.outcome.AssistantException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Line;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;

/** The microphones and speakers of this machine. Each call waits a few seconds at most for a sound server that hangs. */
public final class DeviceList {
    private static final int ANY_RATE = 16_000;
    private static final List<Integer> USUAL_RATES = List.of(8000, 16_000, 22_050, 24_000, 44_100, 48_000);

    private DeviceList() {}

    /**
     * Where sound can come from, the default first.
     *
     * @param wanted the setting: a part of a name, or a number; empty for the default
     * @throws AssistantException of kind AUDIO_DEVICE when the sound server does not answer
     */
    public static List<SoundDevice> microphones(Optional<String> wanted) {
        return list(TargetDataLine.class, mark("microphone"), wanted);
    }

    /** Where sound can go to, the default first; as {@link #microphones}. */
    public static List<SoundDevice> speakers(Optional<String> wanted) {
        return list(SourceDataLine.class, mark("speaker"), wanted);
    }

    /** What to do where there is no speaker, in one line. */
    public static String noSpeaker() {
        return SoundDevices.noneFound(tr("speaker"));
    }

    private static List<SoundDevice> list(Class<? extends Line> lines, String what, Optional<String> wanted) {
        DataLine.Info kind = new DataLine.Info(lines, SoundDevices.format(ANY_RATE));
        return DeviceCalls.within(
                DeviceCalls.PATIENCE,
                tr("list each %s", tr(what)),
                () -> describe(SoundDevices.able(kind), lines, what, wanted),
                tooLate -> {});
    }

    private static List<SoundDevice> describe(
            List<Mixer.Info> able, Class<? extends Line> lines, String what, Optional<String> wanted) {
        Optional<Mixer.Info> used = used(able, what, wanted);
        List<SoundDevice> devices = new ArrayList<>();
        for (int i = 0; i < able.size(); i++) {
            Mixer.Info info = able.get(i);
            boolean isUsed = used.filter(info::equals).isPresent();
            devices.add(new SoundDevice(i, info.getName(), info.getDescription(), isUsed, rates(info, lines)));
        }
        return devices;
    }

    private static List<Integer> rates(Mixer.Info info, Class<? extends Line> lines) {
        Mixer mixer = AudioSystem.getMixer(info);
        return USUAL_RATES.stream()
                .filter(rate -> mixer.isLineSupported(new DataLine.Info(lines, SoundDevices.format(rate))))
                .toList();
    }

    /** None, when the setting fits none or several. */
    private static Optional<Mixer.Info> used(List<Mixer.Info> able, String what, Optional<String> wanted) {
        if (wanted.isEmpty()) {
            return able.stream().findFirst();
        }
        try {
            return Optional.of(SoundDevices.choose(able, wanted.get(), what, "device"));
        } catch (AssistantException e) {
            return Optional.empty();
        }
    }
}
