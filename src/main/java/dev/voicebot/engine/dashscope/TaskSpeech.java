package dev.voicebot.engine.dashscope;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.engine.dashscope.SynthesisEvent.Word;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What one task says of a reply, from where the last task left off. By the SDK's threads, one at a time. */
final class TaskSpeech {
    private final Speech speech;
    private final boolean isPlain; // else the text is markup, in which sentences are not found
    private final int from; // of the reply's text
    private final WordTimes times;
    private long origin; // the reply's sample at which this task's sound begins
    private long samples; // that came
    private int at; // characters of this task's text whose sentences have ended
    private int written; // characters of it when its last sound came
    private Optional<Opened> open = Optional.empty();
    private Optional<WordTimes.Sentence> last = Optional.empty(); // that has ended
    private boolean toldSentences;
    private boolean isMute; // a sentence ended without sound: it was not said, and what follows is no beginning
    private boolean guessed; // some sentence was not found in the text
    private OptionalLong billed = OptionalLong.empty();

    /** A sentence whose end has not come. */
    private record Opened(Optional<String> text, long begin) {}

    TaskSpeech(Speech speech, boolean isPlain, int sampleRate) {
        this.speech = speech;
        this.isPlain = isPlain;
        this.from = speech.said();
        this.origin = speech.saidAt();
        this.times = new WordTimes(sampleRate);
    }

    /** The service's count of characters, as far as it has told; 0 before. */
    synchronized long billed() {
        return billed.orElse(0);
    }

    synchronized void sound(PcmFrame frame) {
        long begin = origin + samples;
        samples += frame.samples().length;
        written = speech.length() - from;
        speech.sound(begin, frame);
    }

    synchronized void event(SynthesisEvent event) {
        if (event.characters().isPresent()) {
            billed = event.characters();
        }
        switch (event.type()) {
            case SENTENCE_BEGIN -> open = Optional.of(new Opened(event.text(), samples));
            case SENTENCE_END -> end(event);
            case OTHER -> words(event.words());
        }
    }

    /**
     * The task has ended after it had got its whole text. How much of it was said, its sentences tell; else what was
     * billed; else the sound is taken for all. Without any sound nothing was.
     */
    synchronized void ended() {
        String given = text();
        if (samples == 0 || isMute) {
            return;
        }
        if (guessed || !isPlain) {
            at = given.length();
        } else if (!toldSentences && open.isEmpty()) {
            at = billedEnd(given);
        }
        speech.whole(from + at, origin + samples);
    }

    /** The service ended the task as no text came any more: so it has said what it had, whose sound has come. */
    synchronized void endedIdle() {
        if (!toldSentences && samples > 0) {
            speech.whole(from + written, origin + samples);
        }
    }

    private void end(SynthesisEvent event) {
        Opened sentence = open.orElse(
                new Opened(Optional.empty(), last.map(WordTimes.Sentence::end).orElse(0L)));
        int end = isPlain ? endOf(event.text().or(sentence::text)) : at;
        isMute |= samples == sentence.begin() && !SpokenText.isSilent(text().substring(at, end));
        last = Optional.of(new WordTimes.Sentence(at, end, sentence.begin(), samples, true));
        toldSentences = true;
        at = end;
        open = Optional.empty();
        words(event.words());
        origin += speech.excess(origin + samples);
        if (isPlain && !isMute) {
            speech.whole(from + at, origin + samples);
        }
    }

    private int endOf(Optional<String> sentence) {
        String text = text();
        if (sentence.isEmpty()) {
            guessed |= billed.isEmpty();
            return Math.max(at, billedEnd(text));
        }
        OptionalInt found = SpokenText.endOf(sentence.get(), text, at);
        guessed |= found.isEmpty();
        return found.orElseGet(() -> SpokenText.after(SpokenText.sounding(sentence.get()), text, at));
    }

    /** Where what was billed ends; the service may count in another way, but never less than the letters. */
    private int billedEnd(String text) {
        return billed.isEmpty() || billed.getAsLong() >= SpokenText.sounding(text)
                ? text.length()
                : SpokenText.billed(billed.getAsLong(), text);
    }

    private void words(List<Word> words) {
        if (words.isEmpty() || !isPlain) {
            return;
        }
        String text = text();
        Optional<WordTimes.Sentence> sentence = open.map(
                        begun -> new WordTimes.Sentence(at, text.length(), begun.begin(), samples, false))
                .or(() -> last);
        sentence.map(told -> times.of(words, text, told))
                .orElse(List.of())
                .forEach(point -> speech.spoken(from + point.characters(), origin + point.samples()));
    }

    private String text() {
        return speech.from(from);
    }
}
