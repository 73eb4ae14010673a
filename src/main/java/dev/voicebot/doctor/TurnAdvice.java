package dev.voicebot.doctor;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.HandsFreeSettings;
import dev.voicebot.config.Setting;
import dev.voicebot.doctor.TurnsReport.Over;
import dev.voicebot.doctor.TurnsReport.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What would make turn-taking better in a room.
 *
 * @param setting its name; empty where no setting helps
 * @param value as it is written in the settings file
 */
record TurnAdvice(String setting, String value, String reason) {
    private static final Duration SPARE = Duration.ofMillis(250); // no pause is as long as the one before
    private static final Duration STEP = Duration.ofMillis(100);
    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofMillis(2500); // after that, keys are better
    private static final Duration WORTH_IT = Duration.ofMillis(250);
    private static final double LOUDER = 6; // dB
    private static final double LOUDEST = 40;

    /** In the order of importance. */
    static List<TurnAdvice> of(TurnsReport report) {
        List<TurnAdvice> advice = new ArrayList<>();
        if (report.fault().isEmpty()) {
            pauses(report, advice);
            falseStarts(report, advice);
            report.over().ifPresent(over -> reply(report.settings(), over, advice));
        }
        return advice;
    }

    /** A line that can be put into the settings file, or a sentence. */
    String text() {
        return setting.isEmpty() ? reason : setting + " = " + value + "  # " + reason;
    }

    private static void pauses(TurnsReport report, List<TurnAdvice> advice) {
        Duration silence = report.settings().silence();
        Optional<Duration> gap = report.all()
                .filter(reading -> reading.cutOff() > 0 && reading.silence().compareTo(silence) >= 0)
                .map(Reading::gap)
                .max(Duration::compareTo);
        if (gap.isPresent()) {
            Duration longer = rounded(gap.get().plus(SPARE));
            if (longer.compareTo(silence) > 0 && longer.compareTo(LONGEST) <= 0) {
                advice.add(silence(
                        longer, tr("you pause for up to %d ms", gap.get().toMillis())));
            }
        }
        if (report.cutOffs() > 0 && !report.hasTurnModel()) {
            advice.add(hint(tr("To be cut off less, run: voicebot models pull smart-turn")));
        } else if (report.cutOffs() == 0) {
            shorter(report, silence, advice);
        }
    }

    private static void shorter(TurnsReport report, Duration silence, List<TurnAdvice> advice) {
        Duration pause = report.pauses().stream()
                .map(Reading::pause)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        Duration enough = rounded(pause.plus(SPARE));
        Duration shorter = enough.compareTo(SHORTEST) < 0 ? SHORTEST : enough;
        boolean wasPaused = pause.compareTo(SPARE) > 0;
        if (wasPaused && silence.minus(shorter).compareTo(WORTH_IT) >= 0) {
            advice.add(silence(shorter, tr("your pauses are short: answers come sooner")));
        }
    }

    private static void falseStarts(TurnsReport report, List<TurnAdvice> advice) {
        if (report.falseStarts() == 0) {
            return;
        }
        double louder = report.settings().threshold() + LOUDER;
        if (report.byModel()) {
            advice.add(hint(tr(
                    "Noises were taken for speech. A headset, or %s, keeps them out.",
                    HandsFreeSettings.WAKE_WORD.key())));
        } else if (louder <= LOUDEST) {
            advice.add(of(
                    HandsFreeSettings.THRESHOLD,
                    String.valueOf(Math.round(louder)),
                    tr("noises were taken for speech")));
        }
    }

    private static void reply(HandsFreeSettings settings, Over over, List<TurnAdvice> advice) {
        if (over.byItself() > 0) {
            advice.add(of(HandsFreeSettings.BARGE_IN, "false", tr("the reply was taken for you")));
            advice.add(hint(tr("Or load an echo canceller: pactl load-module module-echo-cancel")));
        } else if (over.echo().isEmpty() && !settings.headphones()) {
            advice.add(of(HandsFreeSettings.HEADPHONES, "true", tr("the microphone does not hear the speaker")));
        } else if (!over.interrupted()) {
            advice.add(hint(tr("To interrupt a reply, turn the speaker down, or use headphones.")));
        }
    }

    private static TurnAdvice silence(Duration value, String reason) {
        return of(HandsFreeSettings.SILENCE, "\"" + value.toMillis() + "ms\"", reason);
    }

    private static TurnAdvice of(Setting<?> setting, String value, String reason) {
        return new TurnAdvice(setting.key(), value, reason);
    }

    private static TurnAdvice hint(String text) {
        return new TurnAdvice("", "", text);
    }

    /** Up. */
    private static Duration rounded(Duration time) {
        return STEP.multipliedBy((time.toMillis() + STEP.toMillis() - 1) / STEP.toMillis());
    }
}
