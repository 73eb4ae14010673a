package dev.voicebot.reading;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.files.WholeFile;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.FileFault;
import dev.voicebot.recognition.Sentence;
import dev.voicebot.recognition.Word;
import dev.voicebot.transcripts.FormatName;
import dev.voicebot.transcripts.TranscriptFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Subtitles of what is said: SRT, or WebVTT in a file of that name. */
public final class SubtitleSink implements SoundSink {
    private final Path file;
    private final WholeFile text;
    private final TranscriptFormat format;
    private Duration position = Duration.ZERO;
    private List<Word> words = List.of(); // of the next passage

    private SubtitleSink(Path file, WholeFile text, TranscriptFormat format) {
        this.file = file;
        this.text = text;
        this.format = format;
        write(format.begin());
    }

    /**
     * Replaces the file once all was said.
     *
     * @throws dev.voicebot.outcome.AssistantException FAILED when it cannot be written
     */
    public static SubtitleSink in(Path file) {
        boolean vtt = file.toString().toLowerCase(Locale.ROOT).endsWith(".vtt");
        TranscriptFormat format =
                (vtt ? FormatName.VTT : FormatName.SRT).start(new FormatName.Wishes(Optional.empty(), false, false));
        try {
            return new SubtitleSink(file, WholeFile.replacing(file), format);
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot write %s", file), e);
        }
    }

    @Override
    public void write(PcmFrame frame) {}

    @Override
    public void words(List<Word> told) {
        words = told.stream()
                .map(word -> new Word(
                        word.text(), position.plus(word.begin()), position.plus(word.end()), word.punctuation()))
                .toList();
    }

    @Override
    public void end(Passage passage, Duration length) {
        Duration end = position.plus(length);
        if (!passage.isPause()) {
            write(format.sentence(new Sentence(passage.written(), position, end, words, Optional.empty())));
        }
        position = end;
        words = List.of();
    }

    @Override
    public void finish() {
        try {
            text.complete();
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot write %s", file), e);
        }
    }

    @Override
    public void close() {
        try {
            text.close();
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot write %s", file), e);
        }
    }

    private void write(String piece) {
        try {
            text.append(piece);
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot write %s", file), e);
        }
    }
}
