package dev.voicebot.sound;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Line;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;
import org.jspecify.annotations.Nullable;

/** The microphones and speakers of this machine, and how one is chosen: by a part of its name, or by its number. */
final class SoundDevices {
    private SoundDevices() {}

    static AudioFormat format(int sampleRate) {
        return new AudioFormat(sampleRate, 16, 1, true, false);
    }

    /** Opened and running: sound is taken from now on, whatever the caller does next. */
    static TargetDataLine microphone(Optional<String> wanted, AudioFormat format, int bufferBytes) {
        return DeviceCalls.within(
                DeviceCalls.PATIENCE,
                tr("open the microphone"),
                () -> {
                    DataLine.Info kind = new DataLine.Info(TargetDataLine.class, format);
                    TargetDataLine line = (TargetDataLine) line(wanted, kind, tr("microphone"), "audio.input_device");
                    opened(() -> line.open(format, bufferBytes), line, tr("microphone"))
                            .start();
                    return line;
                },
                Line::close);
    }

    static SourceDataLine speaker(Optional<String> wanted, AudioFormat format, int bufferBytes) {
        return DeviceCalls.within(
                DeviceCalls.PATIENCE,
                tr("open the speaker"),
                () -> {
                    SourceDataLine line = (SourceDataLine) line(
                            wanted,
                            new DataLine.Info(SourceDataLine.class, format),
                            tr("speaker"),
                            "audio.output_device");
                    return opened(() -> line.open(format, bufferBytes), line, tr("speaker"));
                },
                Line::close);
    }

    private static Line line(Optional<String> wanted, Line.Info kind, String what, String setting)
            throws LineUnavailableException {
        List<Mixer.Info> able = able(kind);
        if (able.isEmpty()) {
            throw none(what, null);
        }
        Mixer.Info chosen = wanted.isPresent() ? choose(able, wanted.get(), what, setting) : able.get(0);
        try {
            return AudioSystem.getMixer(chosen).getLine(kind);
        } catch (IllegalArgumentException e) { // what javax.sound throws where a line is gone
            throw none(what, e);
        }
    }

    /** Those that have such a line, the default one first. May hang. */
    static List<Mixer.Info> able(Line.Info kind) {
        List<Mixer.Info> able = new ArrayList<>();
        for (Mixer.Info info : AudioSystem.getMixerInfo()) {
            if (AudioSystem.getMixer(info).isLineSupported(kind)) {
                able.add(info);
            }
        }
        return able;
    }

    static Mixer.Info choose(List<Mixer.Info> able, String wanted, String what, String setting) {
        if (wanted.matches("\\d+")) {
            int index = Integer.parseInt(wanted);
            if (index < able.size()) {
                return able.get(index);
            }
        }
        String part = wanted.toLowerCase(Locale.ROOT);
        List<Mixer.Info> matching = able.stream()
                .filter(info -> (info.getName() + " " + info.getDescription())
                        .toLowerCase(Locale.ROOT)
                        .contains(part))
                .toList();
        if (matching.size() == 1) {
            return matching.get(0);
        }
        throw new AssistantException(
                FaultKind.SETTINGS,
                matching.isEmpty()
                        ? tr("No %s matches %s = '%s'. Available: %s.", what, setting, wanted, listed(able))
                        : tr(
                                "More than one %s matches %s = '%s'. Available: %s.",
                                what, setting, wanted, listed(able)));
    }

    private static String listed(List<Mixer.Info> able) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < able.size(); i++) {
            names.add(i + " " + able.get(i).getName());
        }
        return String.join(", ", names);
    }

    private static <L extends Line> L opened(Opening opening, L line, String what) {
        try {
            opening.open();
            return line;
        } catch (LineUnavailableException | IllegalArgumentException e) {
            throw new AssistantException(
                    FaultKind.AUDIO_DEVICE, tr("Cannot open the %s. Another program may be using it.", what), e);
        }
    }

    private static AssistantException none(String what, @Nullable Exception cause) {
        return new AssistantException(FaultKind.AUDIO_DEVICE, noneFound(what), cause);
    }

    static String noneFound(String what) {
        return tr(
                "No %s found. Connect one, or on Linux check that PulseAudio or PipeWire is running and libasound2-plugins is"
                        + " installed.",
                what);
    }

    @FunctionalInterface
    private interface Opening {
        void open() throws LineUnavailableException;
    }
}
