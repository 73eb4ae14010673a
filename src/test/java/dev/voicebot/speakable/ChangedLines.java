package dev.voicebot.speakable;

import dev.voicebot.wording.Numerals;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Lists the lines of texts that are not read aloud letter by letter: a table of what is written and what is said, from
 * which {@code readings/judged.tsv} was drawn. Arguments: how many to draw at random, the seed, and text files.
 */
final class ChangedLines {
    private ChangedLines() {}

    public static void main(String[] arguments) throws IOException {
        List<String> changed = new ArrayList<>();
        for (int i = 2; i < arguments.length; i++) {
            for (String line : Files.readAllLines(Path.of(arguments[i]), StandardCharsets.UTF_8)) {
                String written = line.strip().replaceAll("\\s+", " ");
                String said = said(written);
                if (isChanged(written, said)) {
                    changed.add(written + "\t" + said);
                }
            }
        }
        Collections.shuffle(changed, new Random(Long.parseLong(arguments[1])));
        PrintStream out =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        changed.stream().limit(Integer.parseInt(arguments[0])).forEach(out::println);
    }

    /** What a voice with a normalization of its own receives. */
    static String said(String written) {
        SpeechManner manner = new SpeechManner(CodeSpeech.ANNOUNCE, Map.of(), Numerals.DIGITS, false);
        SpeakableText text = new SpeakableText(manner);
        List<SpeakablePiece> pieces = new ArrayList<>(text.add(written));
        pieces.addAll(text.finish());
        return pieces.stream()
                .map(piece -> piece.spoken().text())
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Markup that goes, and brackets, do not count. */
    private static boolean isChanged(String written, String said) {
        String markup = "[\\s*_`#<>\\[\\]{}|~•\\\\]";
        return !written.replaceAll(markup, "").equals(said.replaceAll(markup, ""));
    }
}
