package dev.voicebot.reading;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.speakable.SpeakablePiece;
import dev.voicebot.speakable.SpeakableText;
import dev.voicebot.speakable.SpeechManner;
import dev.voicebot.synthesis.SentenceSplitter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into passages while it arrives. Markdown is read as in a conversation unless the text is literal; each
 * paragraph starts afresh, so that the text may be endless. What comes out depends on the text alone.
 */
public final class ArrivingText implements Passages {
    private static final int LONGEST_DOCUMENT = 1_000_000; // characters

    private final Supplier<Optional<String>> source;
    private final Optional<SpeechManner> manner;
    private final Deque<Passage> ready = new ArrayDeque<>();
    private final ParagraphEnds paragraphs = new ParagraphEnds();
    private final PauseMarks pauses = new PauseMarks(this::text, this::pause);
    private Paragraph paragraph; // or what follows a pause in one
    private int number = 1;
    private boolean said; // something of the present paragraph
    private long taken; // characters of the source, up to the present paragraph
    private boolean over;

    private ArrivingText(Supplier<Optional<String>> source, Optional<SpeechManner> manner) {
        this.source = source;
        this.manner = manner;
        this.paragraph = start();
    }

    /** Read as a conversation's replies are. */
    public static ArrivingText markdown(Supplier<Optional<String>> source, SpeechManner manner) {
        return new ArrivingText(source, Optional.of(manner));
    }

    /** Read as it stands. */
    public static ArrivingText literal(Supplier<Optional<String>> source) {
        return new ArrivingText(source, Optional.empty());
    }

    /**
     * A document of the Speech Synthesis Markup Language, in one passage. Blocks until all of it has arrived.
     *
     * @throws AssistantException USAGE when it is not well-formed or too long, and what the source throws
     */
    public static Passages ssml(Supplier<Optional<String>> source) {
        StringBuilder text = new StringBuilder();
        for (Optional<String> piece = source.get(); piece.isPresent(); piece = source.get()) {
            text.append(piece.get());
            if (text.length() > LONGEST_DOCUMENT) {
                throw new AssistantException(
                        FaultKind.USAGE, tr("The SSML is longer than %,d characters. Split it.", LONGEST_DOCUMENT));
            }
        }
        Deque<Passage> document = new ArrayDeque<>();
        if (!text.toString().isBlank()) {
            document.add(new Passage(Ssml.safe(text.toString()), 1, text.length()));
        }
        return () -> Optional.ofNullable(document.poll());
    }

    @Override
    public Optional<Passage> next() {
        while (ready.isEmpty() && !over) {
            source.get().ifPresentOrElse(this::take, this::end);
        }
        return Optional.ofNullable(ready.poll());
    }

    private void take(String piece) {
        if (manner.isPresent()) {
            pauses.take(piece);
        } else {
            text(piece);
        }
    }

    private void text(String piece) {
        int begin = 0;
        for (int i = 0; i < piece.length(); i++) {
            if (paragraphs.endsAt(piece.charAt(i))) {
                paragraph.add(piece.substring(begin, i + 1));
                endParagraph();
                begin = i + 1;
            }
        }
        paragraph.add(piece.substring(begin));
    }

    private void end() {
        over = true;
        pauses.finish();
        endParagraph();
    }

    private void endParagraph() {
        finish();
        number += said ? 1 : 0;
        said = false;
    }

    private void finish() {
        said |= paragraph.finish();
        taken += paragraph.length();
        paragraph = start();
    }

    private void pause(Duration length, int characters) {
        finish();
        taken += characters;
        ready.add(Passage.pause(length, number, taken));
    }

    private Paragraph start() {
        return new Paragraph(manner.map(SpeakableText::new).orElse(null));
    }

    /** One paragraph on its way. */
    private final class Paragraph {
        private final @Nullable SpeakableText markdown;
        private final SentenceSplitter literal = new SentenceSplitter();
        private long length; // characters of the source
        private long covered; // of them by passages
        private boolean said;

        Paragraph(@Nullable SpeakableText markdown) {
            this.markdown = markdown;
        }

        void add(String text) {
            length += text.length();
            if (markdown != null) {
                speakable(markdown.add(text));
            } else {
                literal(literal.add(text));
            }
        }

        /** Gives what is left; whether anything was said. */
        boolean finish() {
            if (markdown != null) {
                speakable(markdown.finish());
            } else {
                literal(literal.finish());
            }
            return said;
        }

        long length() {
            return length;
        }

        private void speakable(List<SpeakablePiece> pieces) {
            for (SpeakablePiece piece : pieces) {
                say(piece.text(), piece.written(), piece.sourceEnd());
            }
        }

        private void literal(List<String> pieces) {
            for (String piece : pieces) {
                covered += piece.length();
                say(piece, piece, covered);
            }
        }

        private void say(String text, String written, long end) {
            if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
                ready.add(new Passage(text, written, number, taken + end));
                said = true;
            }
        }
    }
}
