package dev.voicebot.turn;

import dev.voicebot.language.WrittenLanguage;
import dev.voicebot.speakable.CodeAndTables;
import dev.voicebot.speakable.SpeakablePiece;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * What of a reply is spoken when a long one is shortened: its first sentences at once; what follows waits until the reply
 * turns out to be short, or the voice would fall silent. One thread.
 */
final class Digest {
    private static final double FIRST_SENTENCES = 12; // seconds, as the next four
    private static final double FIRST_PARAGRAPH = 8;
    private static final double LONG = 30;
    private static final double WORTH_LEAVING_OUT = 6;
    private static final double RUNNING_OUT = 1;
    private static final int LARGE_BLOCK = 200; // characters

    private final DoubleSupplier ahead;
    private final StringBuilder source = new StringBuilder();
    private final CodeAndTables blocks = new CodeAndTables();
    private final Deque<SpeakablePiece> waiting = new ArrayDeque<>();
    private final List<SpeakablePiece> ready = new ArrayList<>();
    private double spoken; // seconds
    private double unspoken; // seconds
    private int spokenEnd; // in the source
    private int takenEnd; // in the source
    private String lastSpoken = "";
    private boolean waits;
    private boolean cut;

    /** {@code ahead}: how many seconds of what the voice was given have not been heard yet. */
    Digest(DoubleSupplier ahead) {
        this.ahead = ahead;
    }

    /** The reply goes on with {@code token}, which completes {@code pieces}; gives what can be spoken now. */
    List<SpeakablePiece> add(String token, List<SpeakablePiece> pieces) {
        source.append(token);
        blocks.add(token);
        pieces.forEach(this::take);
        cutIfLong();
        if (!waiting.isEmpty() && ahead.getAsDouble() < RUNNING_OUT) {
            speakWaitingSentence();
        }
        return takeReady();
    }

    /** The reply is whole with {@code pieces}; gives what remains to be spoken. */
    List<SpeakablePiece> finish(List<SpeakablePiece> pieces) {
        pieces.forEach(this::take);
        cutIfLong();
        waiting.forEach(this::speak);
        waiting.clear();
        return takeReady();
    }

    /** Whether only the beginning is spoken. */
    boolean isCut() {
        return cut;
    }

    private void take(SpeakablePiece piece) {
        if (cut) {
            return;
        }
        waits = waits || (Timeline.endsSentence(lastSpoken) && (isEnough() || isBlock(piece)));
        takenEnd = Math.min(piece.sourceEnd(), source.length());
        if (waits) {
            waiting.addLast(piece);
            unspoken += SpeakingTime.of(piece.text());
        } else {
            speak(piece);
        }
    }

    private boolean isEnough() {
        return spoken >= (lastSpoken.endsWith("\n") ? FIRST_PARAGRAPH : FIRST_SENTENCES);
    }

    private boolean isBlock(SpeakablePiece piece) {
        return blocks.contains(takenEnd, Math.min(piece.sourceEnd(), source.length()));
    }

    private void speak(SpeakablePiece piece) {
        ready.add(piece);
        spoken += SpeakingTime.of(piece.text());
        spokenEnd = piece.sourceEnd();
        lastSpoken = piece.isSilent() ? lastSpoken : piece.text();
    }

    private void cutIfLong() {
        boolean isLong = spoken + unspoken > LONG || (blocks.isMost() && blocks.count() > LARGE_BLOCK);
        if (!cut && isLong && unspoken > WORTH_LEAVING_OUT) {
            cut = true;
            waiting.clear();
            ready.add(new SpeakablePiece("\n" + notice(), spokenEnd));
        }
    }

    private String notice() {
        boolean isChinese = WrittenLanguage.of(source).equals(Optional.of(WrittenLanguage.CHINESE));
        return isChinese ? "其余内容请看屏幕。" : "The rest is on the screen.";
    }

    /** Until its end is there, what follows need not wait. */
    private void speakWaitingSentence() {
        do {
            SpeakablePiece piece = waiting.removeFirst();
            unspoken -= SpeakingTime.of(piece.text());
            speak(piece);
        } while (!waiting.isEmpty() && !Timeline.endsSentence(lastSpoken));
        waits = Timeline.endsSentence(lastSpoken);
    }

    private List<SpeakablePiece> takeReady() {
        List<SpeakablePiece> now = List.copyOf(ready);
        ready.clear();
        return now;
    }
}
