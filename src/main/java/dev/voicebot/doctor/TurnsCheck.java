package dev.voicebot.doctor;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.AudioOutput;
import dev.voicebot.audio.Level;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Playback;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.talk.ListeningTrial;
import dev.voicebot.talk.TrialUtterance;
import dev.voicebot.threads.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Measures turn-taking in the user's own room, in five steps that are announced: silence, noise, reading, pauses, speaking
 * over a reply. What hears is what hears in hands-free. Thread {@code loop} plays.
 */
public final class TurnsCheck {
    private static final Duration SILENCE = Duration.ofSeconds(15);
    private static final Duration NOISE = Duration.ofSeconds(20);

    /** Who has not begun to read then does not. */
    private static final Duration BEGINS = Duration.ofSeconds(8);

    private static final Duration LONGEST = Duration.ofSeconds(15);

    /** Nothing more is said after so much silence. */
    private static final Duration REST = Duration.ofSeconds(2);

    private static final Duration BEFORE_CUE = Duration.ofSeconds(8);
    private static final Duration AFTER_CUE = Duration.ofSeconds(6);

    private final TurnsParts parts;
    private final TurnTexts texts;
    private final Consumer<String> guide;

    /** {@code guide} tells the user what to do, a line each; it must return promptly. */
    public TurnsCheck(TurnsParts parts, TurnTexts texts, Consumer<String> guide) {
        this.parts = parts;
        this.texts = texts;
        this.guide = guide;
    }

    /**
     * Blocks for about two minutes.
     *
     * @throws AssistantException what the microphone throws; INTERRUPTED
     */
    public TurnsReport run(Cancellation cancellation) {
        Optional<PcmFrame> tale = tale(cancellation);
        try (ListeningTrial trial = ListeningTrial.open(
                parts.microphone(), parts.settings(), parts.senses(), parts.recognizer(), cancellation)) {
            TurnsReport.Room room = room(trial);
            guide.accept(tr("3/5 Read each line aloud in one go when it appears."));
            List<TurnsReport.Reading> sentences = read(trial, texts.sentences());
            guide.accept(tr("4/5 Read these too, and pause for a second at the dots, as if you were thinking."));
            List<TurnsReport.Reading> pauses = read(trial, texts.pauses());
            Optional<TurnsReport.Over> over = tale.flatMap(sound -> speakOver(trial, sound, room, cancellation));
            cancellation.throwIfCancelled();
            trial.recognizerFault().ifPresent(fault -> guide.accept(fault.userMessage()));
            return new TurnsReport(
                    parts.settings(), parts.byModel(), parts.hasTurnModel(), room, sentences, pauses, over);
        }
    }

    /** Before the microphone opens: it takes its time. */
    private Optional<PcmFrame> tale(Cancellation cancellation) {
        try {
            return Optional.of(SpokenPhrase.of(parts.synthesizer(), parts.voice(), texts.tale(), cancellation)
                    .sound());
        } catch (AssistantException e) {
            skipLast(e);
            return Optional.empty();
        }
    }

    private void skipLast(AssistantException fault) {
        if (fault.kind() == FaultKind.INTERRUPTED) {
            throw fault;
        }
        guide.accept(tr("%s Speaking over a reply is left out.", fault.userMessage()));
    }

    private TurnsReport.Room room(ListeningTrial trial) {
        double ignored = trial.level();
        int inSilence = countFalseStarts(trial, tr("1/5 Be silent for %d seconds.", SILENCE.toSeconds()), SILENCE);
        double silence = trial.level();
        String noises = tr(
                "2/5 Make the noises of your room for %d seconds: type, move your chair, put down a cup.",
                NOISE.toSeconds());
        int inNoise = countFalseStarts(trial, noises, NOISE);
        return new TurnsReport.Room(silence, trial.level(), inSilence, inNoise, SILENCE.plus(NOISE));
    }

    private int countFalseStarts(ListeningTrial trial, String line, Duration length) {
        Duration begin = trial.now();
        guide.accept(line);
        trial.await(() -> false, length);
        int count = trial.since(begin).size();
        trial.await(() -> !trial.isBusy(), LONGEST);
        return count;
    }

    private List<TurnsReport.Reading> read(ListeningTrial trial, List<String> lines) {
        List<TurnsReport.Reading> readings = new ArrayList<>();
        for (String line : lines) {
            Duration begin = trial.now();
            guide.accept("    " + line);
            trial.await(() -> !trial.since(begin).isEmpty(), BEGINS);
            trial.await(() -> isOver(trial, begin), LONGEST);
            readings.add(TurnsReport.Reading.of(trial.since(begin)));
        }
        return readings;
    }

    private static boolean isOver(ListeningTrial trial, Duration begin) {
        List<TrialUtterance> utterances = trial.since(begin);
        if (utterances.isEmpty()) {
            return true;
        }
        TrialUtterance last = utterances.get(utterances.size() - 1);
        return last.isOver()
                && !trial.isBusy()
                && trial.now().minus(last.spokenUntil()).compareTo(REST) >= 0;
    }

    private Optional<TurnsReport.Over> speakOver(
            ListeningTrial trial, PcmFrame tale, TurnsReport.Room room, Cancellation cancellation) {
        guide.accept(tr("5/5 Listen. When the line \"Say: %s\" appears, say it.", texts.stop()));
        try (AudioOutput speaker = parts.speaker().get()) {
            if (!speaker.isAudible()) {
                return Optional.empty();
            }
            Playback playback = speaker.start(tale.sampleRate());
            Duration begin = trial.now();
            try (Cancellation.Registration tie = cancellation.onCancel(playback::stop)) {
                Worker.LOOP.start(() -> play(playback, tale));
                return Optional.of(listen(trial, begin, tale, room));
            } finally {
                playback.stop();
            }
        } catch (AssistantException e) {
            skipLast(e);
            return Optional.empty();
        }
    }

    private void play(Playback playback, PcmFrame tale) {
        try {
            playback.play(tale);
            playback.finish();
        } catch (AssistantException e) {
            guide.accept(e.userMessage());
        }
    }

    private TurnsReport.Over listen(ListeningTrial trial, Duration begin, PcmFrame tale, TurnsReport.Room room) {
        double ignored = trial.level();
        trial.await(() -> false, BEFORE_CUE);
        double heard = trial.level();
        int byItself = trial.since(begin).size();
        trial.await(() -> !trial.isBusy(), LONGEST);
        Duration cue = trial.now();
        guide.accept(tr("    Say: %s", texts.stop()));
        boolean interrupted = trial.await(() -> !trial.since(cue).isEmpty(), AFTER_CUE);
        double echo = heard - 20 * Math.log10(Math.max(1e-5, Level.of(tale).rms()));
        return new TurnsReport.Over(byItself, interrupted, room.isLouder(heard) ? Optional.of(echo) : Optional.empty());
    }
}
