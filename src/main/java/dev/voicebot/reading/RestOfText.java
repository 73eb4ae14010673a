package dev.voicebot.reading;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.Samples;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A text without the passages that an earlier reading has said; checks that they are the same. */
final class RestOfText implements Passages {
    private final Passages all;
    private final List<ReadingProgress.Step> done;
    private final int sampleRate;
    private final BiConsumer<Passage, Duration> skipped;
    private final Path file;
    private int next;

    RestOfText(
            Passages all,
            List<ReadingProgress.Step> done,
            int sampleRate,
            BiConsumer<Passage, Duration> skipped,
            Path file) {
        this.all = all;
        this.done = done;
        this.sampleRate = sampleRate;
        this.skipped = skipped;
        this.file = file;
    }

    @Override
    public Optional<Passage> next() {
        for (; next < done.size(); next++) {
            Passage passage = all.next().orElseThrow(this::differs);
            if (!done.get(next).isOf(passage)) {
                throw differs();
            }
            skipped.accept(passage, length());
        }
        return all.next();
    }

    private Duration length() {
        ReadingProgress.Step step = done.get(next);
        boolean sameFile = next > 0 && done.get(next - 1).samples() < step.samples();
        long samples = step.samples() - (sameFile ? done.get(next - 1).samples() : 0);
        return Samples.length(samples, sampleRate);
    }

    private AssistantException differs() {
        return new AssistantException(
                FaultKind.USAGE,
                tr(
                        "Cannot resume: the text of %s has changed (sentence %s differs). Start over without"
                                + " --resume.",
                        file, next + 1));
    }
}
