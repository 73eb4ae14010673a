package dev.voicebot.doctor;

import dev.voicebot.config.HandsFreeSettings;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.talk.TrialUtterance;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How turn-taking works in a room.
 *
 * @param settings that were in force
 * @param byModel whether a model tells speech from noise
 * @param hasTurnModel whether a model hears when an utterance is over
 * @param sentences those that were read in one go
 * @param pauses those that were read with a pause
 * @param over what speaking over a reply did; empty without a speaker or voice
 */
public record TurnsReport(
        HandsFreeSettings settings,
        boolean byModel,
        boolean hasTurnModel,
        Room room,
        List<Reading> sentences,
        List<Reading> pauses,
        Optional<Over> over) {
    /**
     * The room without speech.
     *
     * @param silence its level in dBFS
     * @param noise the same while there was noise
     * @param inSilence utterances that began
     * @param inNoise the same while there was noise
     * @param length of both
     */
    public record Room(double silence, double noise, int inSilence, int inNoise, Duration length) {
        private static final double CLEARLY = 3; // dB

        /** Whether something was to be heard besides the room's own silence. */
        boolean isLouder(double level) {
            return level > silence + CLEARLY;
        }
    }

    /**
     * A line that was read aloud.
     *
     * @param waited from its last sound until it was taken to be over; empty where that was not noticed
     * @param cutOff how often it was taken to be over before
     * @param gap the longest pause in which it was
     * @param silence of it that was needed for that: less than the settings', where the words or their sound decided
     * @param pause the longest in which it was not
     */
    public record Reading(
            boolean isHeard, Optional<Duration> waited, int cutOff, Duration gap, Duration silence, Duration pause) {
        static Reading of(List<TrialUtterance> utterances) {
            if (utterances.isEmpty()) {
                return new Reading(false, Optional.empty(), 0, Duration.ZERO, Duration.ZERO, Duration.ZERO);
            }
            Duration gap = Duration.ZERO;
            Duration silence = Duration.ZERO;
            for (int i = 1; i < utterances.size(); i++) {
                Duration between =
                        utterances.get(i).began().minus(utterances.get(i - 1).spokenUntil());
                if (between.compareTo(gap) > 0) {
                    gap = between;
                    silence = utterances.get(i - 1).silence();
                }
            }
            TrialUtterance last = utterances.get(utterances.size() - 1);
            Duration pause = utterances.stream()
                    .map(TrialUtterance::pause)
                    .max(Duration::compareTo)
                    .orElse(Duration.ZERO);
            Optional<Duration> waited = Optional.of(last.waited()).filter(time -> last.isOver());
            return new Reading(true, waited, utterances.size() - 1, gap, silence, pause);
        }
    }

    /**
     * Speaking over a reply.
     *
     * @param byItself utterances that began though nobody spoke
     * @param interrupted whether the user was heard
     * @param echo how loud the speaker came back, in dB beside what it played; empty where it could not be heard
     */
    public record Over(int byItself, boolean interrupted, Optional<Double> echo) {}

    /** Why it cannot be relied on: nothing that was read was heard. */
    public Optional<FaultKind> fault() {
        return all().anyMatch(Reading::isHeard) ? Optional.empty() : Optional.of(FaultKind.NOTHING_HEARD);
    }

    Stream<Reading> all() {
        return Stream.concat(sentences.stream(), pauses.stream());
    }

    /** Utterances that began without speech. */
    int falseStarts() {
        return room.inSilence() + room.inNoise();
    }

    int cutOffs() {
        return all().mapToInt(Reading::cutOff).sum();
    }

    int notHeard() {
        return (int) all().filter(reading -> !reading.isHeard()).count();
    }

    int missedEnds() {
        return (int)
                all().filter(reading -> reading.isHeard() && reading.waited().isEmpty())
                        .count();
    }

    /** Sorted. */
    List<Duration> waits() {
        return all().map(Reading::waited).flatMap(Optional::stream).sorted().toList();
    }
}
