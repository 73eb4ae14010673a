package dev.voicebot.setup;

import static dev.voicebot.text.Messages.mark;
import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.SoundDevice;
import dev.voicebot.config.AudioSettings;
import dev.voicebot.config.Setting;
import dev.voicebot.doctor.Check;
import dev.voicebot.doctor.DeviceChecks;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.terminal.Questions;
import dev.voicebot.wiring.Assembly;
import dev.voicebot.wiring.SoundDevices;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Lets the user try microphones, or speakers, until one is right. Stores nothing. */
final class DeviceStep {
    private final Kind kind;
    private final Questions questions;
    private final Cancellation cancellation;

    /**
     * What there is to choose.
     *
     * @param heading above the list
     * @param now told before the trial
     * @param before the setting as it is; empty for the default
     * @param found those there are; throws where the sound server does not answer
     * @param use makes one the device that {@code trial} tries
     */
    private record Kind(
            String heading,
            String now,
            Setting<?> setting,
            Optional<String> before,
            Supplier<List<SoundDevice>> found,
            Consumer<Optional<String>> use,
            Check trial) {}

    private DeviceStep(Kind kind, Questions questions, Cancellation cancellation) {
        this.kind = kind;
        this.questions = questions;
        this.cancellation = cancellation;
    }

    static DeviceStep microphone(Assembly assembly, Questions questions, Cancellation cancellation) {
        SoundDevices devices = assembly.devices();
        Kind kind = new Kind(
                mark("Microphones:"),
                mark("Listening for a second. Say something…"),
                AudioSettings.INPUT_DEVICE,
                devices.input(),
                devices::microphones,
                devices::hearThrough,
                DeviceChecks.microphone(assembly));
        return new DeviceStep(kind, questions, cancellation);
    }

    static DeviceStep speaker(Assembly assembly, Questions questions, Cancellation cancellation) {
        SoundDevices devices = assembly.devices();
        Kind kind = new Kind(
                mark("Speakers:"),
                mark("Playing a tone…"),
                AudioSettings.OUTPUT_DEVICE,
                devices.output(),
                devices::speakers,
                devices::speakThrough,
                DeviceChecks.speaker(assembly));
        return new DeviceStep(kind, questions, cancellation);
    }

    /** The setting, if a device was chosen. Blocks. */
    Map<String, String> run() {
        List<SoundDevice> found = found();
        return found.isEmpty() ? Map.of() : choose(found);
    }

    /** Empty if there are none; the user then sees what to do. */
    private List<SoundDevice> found() {
        try {
            List<SoundDevice> found = kind.found().get();
            if (found.isEmpty()) {
                attempt();
            }
            return found;
        } catch (AssistantException e) {
            questions.tell(e.userMessage());
            return List.of();
        }
    }

    private Map<String, String> choose(List<SoundDevice> found) {
        list(found);
        Optional<SoundDevice> chosen = Optional.empty();
        while (true) {
            String typed = questions.ask(question(chosen)).strip();
            if (typed.isEmpty()) {
                return chosen.map(device -> value(device, found))
                        .filter(value -> !value.equals(kind.before().orElse("")))
                        .map(value -> Map.of(kind.setting().key(), value))
                        .orElse(Map.of());
            }
            Optional<SoundDevice> device = numbered(typed, found);
            if (device.isPresent()) {
                chosen = device;
                kind.use().accept(Optional.of(typed));
                questions.tell(tr(kind.now()));
                attempt();
            } else {
                questions.tell(tr("Choose a number from the list."));
            }
        }
    }

    private void list(List<SoundDevice> found) {
        questions.tell(tr(kind.heading()));
        for (SoundDevice device : found) {
            String row = device.number() + (device.used() ? " * " : "   ") + device.name();
            questions.tell(device.description().isEmpty() ? row : row + "  " + device.description());
        }
    }

    private static String question(Optional<SoundDevice> chosen) {
        return chosen.map(device -> tr("Enter uses %s; or try another number: ", device.number()))
                .orElseGet(() -> tr("Number to try (Enter to skip): "));
    }

    private static Optional<SoundDevice> numbered(String typed, List<SoundDevice> found) {
        return found.stream()
                .filter(device -> String.valueOf(device.number()).equals(typed))
                .findFirst();
    }

    private void attempt() {
        try {
            questions.tell(kind.trial().look().look(cancellation).text());
        } catch (AssistantException e) {
            cancellation.throwIfCancelled();
            questions.tell(e.userMessage());
        }
    }

    /** The name, as numbers change with what is plugged in; the number where the name fits several. */
    private static String value(SoundDevice chosen, List<SoundDevice> found) {
        if (chosen.number() == 0) {
            return "";
        }
        String name = chosen.name().toLowerCase(Locale.ROOT);
        long matching = found.stream()
                .filter(device -> (device.name() + " " + device.description())
                        .toLowerCase(Locale.ROOT)
                        .contains(name))
                .count();
        return matching == 1 ? chosen.name() : String.valueOf(chosen.number());
    }
}
