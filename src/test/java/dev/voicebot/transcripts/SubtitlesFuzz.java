package dev.voicebot.transcripts;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.voicebot.recognition.Sentence;
import dev.voicebot.recognition.Word;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Any words and times of a recognizer as subtitles. */
class SubtitlesFuzz {
    private static final int HEAD = 8; // bytes, from which the times are made

    @FuzzTest(maxDuration = "1m")
    void whateverWasHeardIsWellFormed(byte[] bytes) {
        byte[] head = Arrays.copyOf(bytes, HEAD);
        String text = new String(
                bytes, Math.min(HEAD, bytes.length), Math.max(0, bytes.length - HEAD), StandardCharsets.UTF_8);
        List<Sentence> sentences = sentences(ByteBuffer.wrap(head), text);

        SubtitleParser.srt(written(new Subtitles(new Srt()), sentences));
        SubtitleParser.vtt(written(new Subtitles(new Vtt()), sentences));
    }

    private static List<Sentence> sentences(ByteBuffer times, String text) {
        Duration begin = Duration.ofMillis(Short.toUnsignedLong(times.getShort()));
        Duration end = Duration.ofMillis(Short.toUnsignedLong(times.getShort()));
        long wordBegin = Short.toUnsignedLong(times.getShort());
        long wordLength = Short.toUnsignedLong(times.getShort());
        List<Word> words = new ArrayList<>();
        for (String word : text.split(" ", -1)) {
            words.add(new Word(word, Duration.ofMillis(wordBegin), Duration.ofMillis(wordBegin + wordLength), ""));
            wordBegin += wordLength;
        }
        Sentence sentence = new Sentence(text, begin, end, words, Optional.empty());
        return List.of(sentence, sentence);
    }

    private static String written(TranscriptFormat format, List<Sentence> sentences) {
        StringBuilder file = new StringBuilder(format.begin());
        sentences.forEach(sentence -> file.append(format.sentence(sentence)));
        return file.toString();
    }
}
