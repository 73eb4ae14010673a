package dev.voicebot.recognition;

import dev.voicebot.language.Spacing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What was understood so far: the sentences that ended, and the one still being spoken (empty when there is none). */
public record Transcript(List<Sentence> sentences, String unfinished) {
    public static final Transcript EMPTY = new Transcript(List.of(), "");

    public Transcript {
        sentences = List.copyOf(sentences);
    }

    /** All of it as one line; sentences are joined by a space, except between Chinese ones. */
    public String text() {
        StringBuilder text = new StringBuilder();
        sentences.forEach(sentence -> append(text, sentence.text()));
        append(text, unfinished);
        return text.toString();
    }

    /** The same where nothing more is to come: what was still being spoken is a sentence, which ends at {@code end}. */
    public Transcript settled(Duration end) {
        if (unfinished.isBlank()) {
            return new Transcript(sentences, "");
        }
        Duration begin = sentences.isEmpty()
                ? Duration.ZERO
                : sentences.get(sentences.size() - 1).end();
        List<Sentence> all = new ArrayList<>(sentences);
        all.add(new Sentence(unfinished, begin, end));
        return new Transcript(all, "");
    }

    public boolean isEmpty() {
        return text().isEmpty();
    }

    private static void append(StringBuilder text, String more) {
        String piece = more.strip();
        if (piece.isEmpty()) {
            return;
        }
        text.append(Spacing.isNeeded(text, piece) ? " " : "").append(piece);
    }
}
