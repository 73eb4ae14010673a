package dev.voicebot.screen;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.turn.Transport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What the screen says of a reply at its place: that it was cut, goes on, or was saved. */
final class ReplyMarks {
    private ReplyMarks() {}

    /** {@code progress} of its speech, where it has begun to sound. */
    static String interrupted(Optional<Transport.Progress> progress) {
        return progress.map(reached -> reached.whole()
                        .map(whole -> tr(
                                "interrupted · %s of %s heard · /continue", seconds(reached.heard()), seconds(whole)))
                        .orElseGet(() -> tr("interrupted · %s heard · /continue", seconds(reached.heard()))))
                .orElseGet(() -> tr("interrupted"));
    }

    private static String seconds(Duration time) {
        return time.toSeconds() + " s";
    }

    static String continued() {
        return tr("continued");
    }

    static String saved(Path wav) {
        return tr("saved %s", shortest(wav));
    }

    private static String shortest(Path file) {
        Path here = Path.of("").toAbsolutePath();
        return (file.startsWith(here) ? here.relativize(file) : file).toString();
    }
}
