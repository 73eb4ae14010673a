package dev.voicebot.cli;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.voicebot.recognition.Sentence;
import dev.voicebot.recognition.Transcript;
import dev.voicebot.transcripts.TranscriptFormat;
import java.util.function.Consumer;

/** Writes a transcript as it grows, each sentence once, when it has ended. Any thread, one after the other. */
final class TranscriptWriter {
    private final TranscriptFormat format;
    private final Consumer<String> out;
    private final Consumer<Sentence> utterances;

    @GuardedBy("this")
    private boolean begun;

    @GuardedBy("this")
    private int written;

    @GuardedBy("this")
    private String partial = ""; // the last that was told

    /** {@code utterances} gets each sentence after it was written. */
    TranscriptWriter(TranscriptFormat format, Consumer<String> out, Consumer<Sentence> utterances) {
        this.format = format;
        this.out = out;
        this.utterances = utterances;
    }

    /** What is understood by now. */
    synchronized void update(Transcript transcript) {
        begin();
        for (; written < transcript.sentences().size(); written++) {
            Sentence sentence = transcript.sentences().get(written);
            write(format.sentence(sentence));
            utterances.accept(sentence);
            partial = "";
        }
        tell(transcript.unfinished());
    }

    /** Only what is understood of a sentence that has not ended. */
    synchronized void partial(String text) {
        begin();
        tell(text);
    }

    @GuardedBy("this")
    private void tell(String unfinished) {
        if (!unfinished.equals(partial)) {
            partial = unfinished;
            write(format.partial(unfinished));
        }
    }

    /** The transcript will not change any more. */
    synchronized void end(Transcript whole) {
        update(whole);
        write(format.end(whole));
    }

    /** Whether {@code transcript} holds sentences that were not written yet. */
    synchronized boolean isNewsIn(Transcript transcript) {
        return transcript.sentences().size() > written;
    }

    @GuardedBy("this")
    private void begin() {
        if (!begun) {
            begun = true;
            write(format.begin());
        }
    }

    private void write(String text) {
        if (!text.isEmpty()) {
            out.accept(text);
        }
    }
}
