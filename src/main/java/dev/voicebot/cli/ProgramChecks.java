package dev.voicebot.cli;

import dev.voicebot.doctor.Check;
import dev.voicebot.doctor.Diagnosis;
import dev.voicebot.programs.OnPath;
import java.util.List;

/** Programs of the user's machine that voicebot makes use of. */
final class ProgramChecks {
    private ProgramChecks() {}

    static List<Check> of(Edges edges) {
        return List.of(
                Check.useful("ffmpeg", cancellation -> ffmpeg(edges)),
                Check.useful("clipboard", cancellation -> clipboard(edges)));
    }

    private static Diagnosis ffmpeg(Edges edges) {
        return OnPath.find("ffmpeg", edges.environment())
                .map(path -> Diagnosis.ok(path.toString()))
                .orElseGet(() -> Diagnosis.warning(
                        "not on the PATH: listen reads WAV files only; install ffmpeg for MP3 and others"));
    }

    private static Diagnosis clipboard(Edges edges) {
        return edges.clipboard()
                .way()
                .map(Diagnosis::ok)
                .orElseGet(() -> Diagnosis.warning("no way to it: install wl-clipboard, xclip or xsel for --copy"));
    }
}
