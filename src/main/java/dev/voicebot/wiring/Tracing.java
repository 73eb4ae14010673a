package dev.voicebot.wiring;

import dev.voicebot.config.Settings;
import dev.voicebot.credentials.Secret;
import dev.voicebot.network.Network;
import dev.voicebot.trace.WireTrace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * That what goes to and from services is written down.
 *
 * @param sound whether sound is written whole, instead of as lengths
 */
public record Tracing(Path file, boolean sound) {
    /** The caller closes it. */
    WireTrace start(Settings settings, Network network) {
        Stream<String> keys = Stream.of(
                        settings.dashscope().apiKey(),
                        settings.chat().apiKey(),
                        settings.recognition().server().apiKey(),
                        settings.synthesis().server().apiKey())
                .flatMap(Optional::stream)
                .map(Secret::reveal);
        List<String> secrets =
                Stream.concat(keys, settings.dashscope().workspace().stream()).toList();
        return WireTrace.start(file, secrets, sound, network);
    }
}
