package dev.voicebot.repl;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.SoundDevice;
import dev.voicebot.config.Nearest;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.screen.ChatDisplay;
import dev.voicebot.screen.SlashCommand;
import dev.voicebot.threads.Worker;
import dev.voicebot.wiring.LiveSetting;
import dev.voicebot.wiring.LiveSettings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/** {@code /devices}: the microphones and speakers there are, and which one to take. Looked for on a thread of its own. */
final class DeviceCommands {
    private static final String IN = "in";
    private static final String OUT = "out";
    private static final String DEFAULT = "default";

    private final ChatDisplay display;
    private final LiveSettings live;
    private final Runnable microphoneChanged;
    private final Map<String, List<SlashCommand.Choice>> known = new ConcurrentSkipListMap<>(); // by direction

    /** {@code microphoneChanged} runs under the line's lock. */
    DeviceCommands(ChatDisplay display, LiveSettings live, Runnable microphoneChanged) {
        this.microphoneChanged = microphoneChanged;
        this.display = display;
        this.live = live;
    }

    List<SlashCommand> commands() {
        return List.of(SlashCommand.of(
                        "/devices", "[in|out NAME]", tr("list or choose microphones and speakers"), this::devices)
                .completing(() -> known.values().stream().flatMap(List::stream).toList())
                .detailed(
                        tr("/devices in usb: use the microphone with 'usb' in its name, starting with the next"
                                + " recording."),
                        tr("/devices out default: use the default speaker, starting with the next reply.")));
    }

    private void devices(String typed) {
        String[] words = typed.split("\\s+", 2);
        if (typed.isEmpty()) {
            list();
        } else if (words.length == 2 && words[0].equals(IN)) {
            take(live.microphone(), words[1], live.microphones(), microphoneChanged);
        } else if (words.length == 2 && words[0].equals(OUT)) {
            take(live.speaker(), words[1], live.speakers(), () -> {});
        } else {
            display.notice(tr("Use /devices in NAME to choose a microphone, /devices out NAME to choose a speaker."));
        }
    }

    /** What is there is found out on a thread of its own; where that fails, the name is taken as it is. */
    private void take(LiveSetting setting, String name, Supplier<List<SoundDevice>> devices, Runnable taken) {
        Worker.DEVICES.start(() -> {
            Optional<String> complaint = complaint(setting, name, devices);
            display.later(() -> {
                if (complaint.isPresent()) {
                    display.notice(complaint.get());
                    return;
                }
                setting.change().accept(name);
                taken.run();
                display.dim(tr("%s: %s", setting.name(), name));
            });
        });
    }

    private static Optional<String> complaint(LiveSetting setting, String name, Supplier<List<SoundDevice>> devices) {
        try {
            List<SoundDevice> found = devices.get();
            return found.isEmpty() || name.equals(DEFAULT) || isThere(name, found)
                    ? Optional.empty()
                    : Optional.of(tr("Unknown %s %s", setting.name(), name)
                            + Nearest.hint(
                                    name, found.stream().map(SoundDevice::name).toList()));
        } catch (AssistantException e) {
            return Optional.empty();
        }
    }

    private static boolean isThere(String name, List<SoundDevice> found) {
        String part = name.toLowerCase(Locale.ROOT);
        return found.stream()
                .anyMatch(device -> name.equals(String.valueOf(device.number()))
                        || (device.name() + " " + device.description())
                                .toLowerCase(Locale.ROOT)
                                .contains(part));
    }

    private void list() {
        display.dim(tr("Looking for devices…"));
        Worker.DEVICES.start(() -> {
            look(tr("microphones"), IN, live.microphones());
            look(tr("speakers"), OUT, live.speakers());
        });
    }

    /** What is shown can be completed by then. */
    private void look(String what, String direction, Supplier<List<SoundDevice>> devices) {
        try {
            List<SoundDevice> found = devices.get();
            known.put(direction, choices(direction, found));
            display.later(() -> show(what, found));
        } catch (AssistantException e) {
            known.remove(direction);
            display.later(() -> display.notice(e.userMessage()));
        }
    }

    private static List<SlashCommand.Choice> choices(String direction, List<SoundDevice> devices) {
        return devices.stream()
                .map(device -> new SlashCommand.Choice(direction + " " + device.name(), device.description()))
                .toList();
    }

    private void show(String what, List<SoundDevice> found) {
        display.plain(found.isEmpty() ? tr("no %s", what) : tr("%s:", what));
        for (SoundDevice device : found) {
            String row =
                    (device.used() ? "* " : "- ") + device.number() + " " + device.name() + ", " + device.kilohertz();
            if (device.used()) {
                display.plain(row);
            } else {
                display.dim(row);
            }
        }
    }
}
