package dev.voicebot.cli;

import static dev.voicebot.text.Messages.mark;
import static dev.voicebot.text.Messages.tr;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.voicebot.audio.SoundDevice;
import dev.voicebot.terminal.TextColumns;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code voicebot devices}: the microphones and speakers of this machine. */
@Command(
        name = "devices",
        description = "List microphones and speakers.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  voicebot devices",
            "  voicebot chat --set audio.input_device=usb     the one with 'usb' in its name",
            "  voicebot listen --device 1                     the one with that number",
            "  voicebot devices --json | jq -r 'select(.used) | .name'",
            "",
            "Number 0 is the default. * marks the devices in use; 'voicebot doctor' tests them."
        })
final class DevicesCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParentCommand
    private @Nullable VoicebotCommand root;

    @Option(names = "--json", description = "Print one JSON object per line (docs/schemas/device.json).")
    private boolean json;

    @Override
    public Integer call() {
        try (CommandContext context = VoicebotCommand.of(root).open()) {
            print(context, mark("microphone"), context.assembly().devices().microphones());
            print(context, mark("speaker"), context.assembly().devices().speakers());
        }
        return ExitCode.DONE.number();
    }

    private void print(CommandContext context, String kind, List<SoundDevice> devices) {
        if (devices.isEmpty()) {
            context.tell(tr("no %s", tr(kind)));
        }
        for (SoundDevice device : devices) {
            context.printLine(json ? json(kind, device) : TextColumns.fit(row(kind, device), context.outputColumns()));
        }
    }

    private static String row(String kind, SoundDevice device) {
        return TextColumns.pad(tr(kind), 10) + String.format("  %2d", device.number()) + (device.used() ? " * " : "   ")
                + device.name() + "  " + device.kilohertz() + "  " + device.description();
    }

    private static String json(String kind, SoundDevice device) {
        ObjectNode node = JSON.createObjectNode()
                .put("kind", kind)
                .put("number", device.number())
                .put("name", device.name())
                .put("description", device.description())
                .put("default", device.number() == 0)
                .put("used", device.used());
        ArrayNode rates = node.putArray("rates");
        device.rates().forEach(rates::add);
        return node.toString();
    }
}
