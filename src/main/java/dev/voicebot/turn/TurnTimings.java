package dev.voicebot.turn;

import static dev.voicebot.text.Messages.tr;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How long the stages of one turn took, each from the moment the user had said or typed the last word; a stage that was
 * never reached is empty.
 *
 * @param heard until the transcript was whole; empty for a question that was typed
 * @param asked until the model was asked
 * @param firstToken until the model's first token
 * @param textWhole until its last one
 * @param firstPiece until the first words were handed to the voice
 * @param firstAudio until the first sound went to the speaker
 * @param total until the turn was over, however it ended
 * @param tokens how many pieces the model's answer came in
 * @param characters how many were handed to the voice
 */
public record TurnTimings(
        Optional<Duration> heard,
        Duration asked,
        Optional<Duration> firstToken,
        Optional<Duration> textWhole,
        Optional<Duration> firstPiece,
        Optional<Duration> firstAudio,
        Duration total,
        int tokens,
        int characters) {
    /** Of a turn that nobody timed. */
    static final TurnTimings NONE = new TurnTimings(
            Optional.empty(),
            Duration.ZERO,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Duration.ZERO,
            0,
            0);

    /** Empty before a second token has come. */
    public Optional<Double> tokensPerSecond() {
        if (tokens < 2 || firstToken.isEmpty() || textWhole.isEmpty()) {
            return Optional.empty();
        }
        double seconds = seconds(textWhole.get().minus(firstToken.get()));
        return seconds > 0 ? Optional.of((tokens - 1) / seconds) : Optional.empty();
    }

    /** For the user: one line, without what was not reached. */
    public String line() {
        List<String> stages = new ArrayList<>();
        heard.ifPresent(time -> stages.add(tr("heard %s", shown(time))));
        firstToken.ifPresent(time -> stages.add(tr("first token %s", shown(time))));
        firstAudio.ifPresent(time -> stages.add(tr("first audio %s", shown(time))));
        stages.add(tr("total %s", shown(total)));
        tokensPerSecond().ifPresent(rate -> stages.add(String.format(Locale.ROOT, "%.0f tokens/s", rate)));
        stages.add(tr("%s characters spoken", characters));
        return String.join(" · ", stages);
    }

    private static String shown(Duration time) {
        return String.format(Locale.ROOT, "%.2f s", seconds(time));
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
