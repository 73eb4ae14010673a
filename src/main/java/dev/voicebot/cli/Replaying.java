package dev.voicebot.cli;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Playback;
import dev.voicebot.audio.WavReader;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.recordings.SavedReply;
import dev.voicebot.repl.SafeText;
import dev.voicebot.repl.TextColumns;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lists and plays saved replies. */
final class Replaying {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int FRAMES_PER_SECOND = 20;

    private final Session session;

    Replaying(Session session) {
        this.session = session;
    }

    /** The newest reply has number 1, whatever was searched for: the number can be given to {@code replay}. */
    int list(List<SavedReply> replies, String words) {
        int shown = 0;
        for (int i = 0; i < replies.size(); i++) {
            if (words.isEmpty() || replies.get(i).holds(words)) {
                session.printLine(row(i + 1, replies.get(i)));
                shown++;
            }
        }
        if (shown == 0) {
            session.tell(words.isEmpty() ? "nothing is saved yet" : "no saved reply holds '" + words + "'");
        }
        return ExitCode.DONE.number();
    }

    /** Blocks until it was heard. */
    int play(SavedReply reply) {
        session.tell("playing " + reply.wav() + " (" + seconds(reply.length()).strip() + ")");
        if (!reply.said().isEmpty()) {
            session.printLine(reply.said());
        }
        try (WavReader wav = WavReader.open(reply.wav())) {
            Playback playback = session.assembly().speaker().start(wav.sampleRate());
            try (Cancellation.Registration tie = session.cancellation().onCancel(playback::stop)) {
                playAll(wav, playback);
            }
        }
        session.cancellation().throwIfCancelled();
        return ExitCode.DONE.number();
    }

    private void playAll(WavReader wav, Playback playback) {
        int samples = wav.sampleRate() / FRAMES_PER_SECOND;
        for (Optional<PcmFrame> frame = wav.next(samples);
                frame.isPresent() && !session.cancellation().isCancelled();
                frame = wav.next(samples)) {
            playback.play(frame.get());
        }
        playback.finish();
    }

    private String row(int number, SavedReply reply) {
        String words = reply.said().isEmpty() ? String.valueOf(reply.wav().getFileName()) : SafeText.row(reply.said());
        String row = String.format(
                Locale.ROOT,
                "%4d  %s  %s  %s",
                number,
                TIME.format(reply.time().atZone(session.zone())),
                seconds(reply.length()),
                words);
        return TextColumns.fit(row, session.outputColumns());
    }

    private static String seconds(Duration length) {
        return String.format(Locale.ROOT, "%6.1f s", length.toMillis() / 1000.0);
    }
}
