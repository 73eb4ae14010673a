package dev.voicebot.transcripts;

import dev.voicebot.recognition.Sentence;
import java.util.Optional;

/** Tab-separated values with a heading: begin and end in milliseconds, and the text, which holds no tab. */
final class Table implements TranscriptFormat {
    private final Optional<String> file;

    /** With a file's name there is a column for it, so that several tables can be one. */
    Table(Optional<String> file) {
        this.file = file;
    }

    @Override
    public String begin() {
        return file.isPresent() ? "" : heading(false);
    }

    /** The heading, once for all files. */
    static String heading(boolean withFile) {
        return (withFile ? "file\t" : "") + "start\tend\ttext\n";
    }

    @Override
    public String sentence(Sentence sentence) {
        return file.map(name -> OneLine.of(name) + "\t").orElse("")
                + sentence.begin().toMillis()
                + "\t"
                + sentence.end().toMillis()
                + "\t"
                + OneLine.of(TextLines.wanted(sentence))
                + "\n";
    }
}
