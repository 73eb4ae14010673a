package dev.voicebot.cli;

import static dev.voicebot.text.Messages.mark;
import static dev.voicebot.text.Messages.tr;

import dev.voicebot.doctor.Check;
import dev.voicebot.doctor.Diagnosis;
import dev.voicebot.programs.OnPath;
import java.util.List;

/** Programs of the user's machine that voicebot makes use of. */
final class ProgramChecks {
    private ProgramChecks() {}

    static List<Check> of(Edges edges) {
        return List.of(
                Check.useful(mark("ffmpeg"), cancellation -> ffmpeg(edges)),
                Check.useful(mark("clipboard"), cancellation -> clipboard(edges)));
    }

    private static Diagnosis ffmpeg(Edges edges) {
        return OnPath.find("ffmpeg", edges.environment())
                .map(path -> Diagnosis.ok(path.toString()))
                .orElseGet(() -> Diagnosis.warning(
                        tr("not found: only WAV files can be read. Install ffmpeg for MP3 and other formats.")));
    }

    private static Diagnosis clipboard(Edges edges) {
        return edges.clipboard()
                .way()
                .map(Diagnosis::ok)
                .orElseGet(() ->
                        Diagnosis.warning(tr("not available: install wl-clipboard, xclip or xsel to use --copy.")));
    }
}
