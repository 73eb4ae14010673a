package dev.voicebot.doctor;

import static dev.voicebot.text.Messages.tr;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.voicebot.config.RecognitionSettings;
import dev.voicebot.outcome.FaultKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a phrase came through: out of the speaker, into the microphone, into words.
 *
 * @param firstSound from the phrase being given to the voice until its first sound
 * @param delay from the speaker being given the sound until the microphone has it
 * @param likeness of what was heard to what was played, 0 to 1; where it came in pieces, of the pieces
 * @param speech how loud it came back
 * @param noise how loud it was before
 * @param words none without a recogniser
 */
public record LoopReport(
        String phrase,
        Duration firstSound,
        Duration delay,
        double likeness,
        Heard speech,
        Heard noise,
        Optional<Understood> words) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double LEAST_LIKENESS = 0.2; // a room changes the shape of a sound, but not out of recognition
    private static final double MOST_ERRORS = 0.5;
    private static final int LEAST_DISTANCE = 10; // dB from the noise

    /**
     * What the recogniser made of it.
     *
     * @param transcript from the phrase's last sound in the microphone until the last change of what was understood
     */
    public record Understood(String text, Duration transcript, WordErrors errors) {}

    /** What the loop adds to the length of the phrase; without a recogniser only to the microphone. */
    public Duration roundTrip() {
        return firstSound.plus(delay).plus(words.map(Understood::transcript).orElse(Duration.ZERO));
    }

    boolean isHeard() {
        return likeness >= LEAST_LIKENESS
                || words.filter(understood -> !understood.text().isEmpty()).isPresent();
    }

    /** Why the loop cannot be relied on. */
    public Optional<FaultKind> fault() {
        if (!isHeard()) {
            return Optional.of(FaultKind.NOTHING_HEARD);
        }
        return words.filter(understood -> understood.errors().rate() > MOST_ERRORS)
                .map(understood -> FaultKind.FAILED);
    }

    /** One line, with what to do when it is not well. */
    public String verdict() {
        if (speech.isNothing()) {
            return tr(
                    "The microphone is completely silent: it may be muted, or this terminal may lack" + " permission.");
        }
        if (!isHeard()) {
            return tr("The microphone did not hear the speaker. Turn the speaker up, check 'voicebot devices',"
                    + " or turn off echo cancellation.");
        }
        if (speech.clipped() > 0) {
            return tr("%s samples clipped. Lower the microphone's gain or the speaker's volume.", speech.clipped());
        }
        if (fault().isPresent()) {
            return tr(
                    "Too little was recognized. Check %s and the microphone's level.",
                    RecognitionSettings.LANGUAGE.key());
        }
        if (speech.level() - noise.level() < LEAST_DISTANCE) {
            return tr("The speaker is barely louder than the noise. Turn it up, or move the microphone closer.");
        }
        return words.isPresent() ? tr("All checks passed.") : tr("Sound works; voice input needs a DashScope key.");
    }

    /** A line a measurement: its name, and what was measured. */
    public List<Line> lines() {
        return List.of(
                new Line(tr("said"), phrase),
                new Line(tr("understood"), words.map(Understood::text).orElse("-")),
                new Line(tr("round trip"), isHeard() ? millis(roundTrip()) + parts() : "-"),
                new Line(
                        tr("level"),
                        tr("%s dB, peak %s dB, noise %s dB", speech.level(), speech.peak(), noise.level())),
                new Line(tr("clipping"), speech.clipped() == 0 ? tr("none") : tr("%s samples", speech.clipped())),
                new Line(tr("echo"), isHeard() ? echo() : tr("none")),
                new Line(
                        tr("word errors"),
                        words.map(understood -> errors(understood.errors())).orElse("-")));
    }

    /** One line of the report. */
    public record Line(String name, String text) {}

    private String echo() {
        return tr("likeness %.2f after %s", likeness, millis(delay));
    }

    private String parts() {
        return words.map(understood -> tr(
                        " (voice from a cold start %s, speaker to microphone %s, recognition %s)",
                        millis(firstSound), millis(delay), millis(understood.transcript())))
                .orElseGet(() -> tr(
                        " (voice from a cold start %s, speaker to microphone %s)", millis(firstSound), millis(delay)));
    }

    private static String errors(WordErrors errors) {
        return errors.inCharacters()
                ? tr("%d of %d characters (%.0f %%)", errors.errors(), errors.said(), 100 * errors.rate())
                : tr("%d of %d words (%.0f %%)", errors.errors(), errors.said(), 100 * errors.rate());
    }

    private static String millis(Duration time) {
        return time.toMillis() + " ms";
    }

    /** What {@code docs/schemas/doctor-loop.json} describes. */
    public String json(int exit) {
        ObjectNode root = JSON.createObjectNode()
                .put("works", fault().isEmpty())
                .put("exit", exit)
                .put("verdict", verdict())
                .put("said", phrase)
                .put("round_trip_ms", roundTrip().toMillis())
                .put("first_sound_ms", firstSound.toMillis());
        root.putObject("echo").put("delay_ms", delay.toMillis()).put("likeness", Math.round(likeness * 1000) / 1000.0);
        root.putObject("level")
                .put("speech_db", speech.level())
                .put("peak_db", speech.peak())
                .put("noise_db", noise.level())
                .put("clipped_samples", speech.clipped());
        words.ifPresent(understood -> root.putObject("words")
                .put("understood", understood.text())
                .put("transcript_ms", understood.transcript().toMillis())
                .put("unit", understood.errors().inCharacters() ? "character" : "word")
                .put("said", understood.errors().said())
                .put("errors", understood.errors().errors())
                .put("rate", Math.round(understood.errors().rate() * 1000) / 1000.0));
        return root.toString();
    }
}
