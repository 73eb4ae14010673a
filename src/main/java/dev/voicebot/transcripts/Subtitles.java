package dev.voicebot.transcripts;

import dev.voicebot.recognition.Sentence;
import dev.voicebot.recognition.Translation;
import java.time.Duration;
import java.util.List;

/** Subtitles, each cue written as soon as its sentence is final; cues follow one another and never overlap. */
final class Subtitles implements TranscriptFormat {
    private final CueFormat format;
    private Duration last = Duration.ZERO;

    Subtitles(CueFormat format) {
        this.format = format;
    }

    @Override
    public String begin() {
        return format.head();
    }

    @Override
    public String sentence(Sentence sentence) {
        StringBuilder text = new StringBuilder();
        for (Cue cue : cues(sentence)) {
            Cue next = after(last, cue);
            last = next.end();
            text.append(format.cue(next));
        }
        return text.toString();
    }

    private static List<Cue> cues(Sentence sentence) {
        return sentence.translation()
                .map(translation -> CueSplitter.split(spoken(sentence, translation)))
                .orElseGet(() -> CueSplitter.split(sentence));
    }

    private static Sentence spoken(Sentence sentence, Translation translation) {
        return new Sentence(
                translation.text(), sentence.begin(), sentence.end(), translation.words(), sentence.translation());
    }

    private static Cue after(Duration earliest, Cue cue) {
        Duration begin = later(earliest, cue.begin());
        return new Cue(begin, later(begin.plusMillis(1), cue.end()), cue.lines());
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
