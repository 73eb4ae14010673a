package dev.voicebot.screen;

import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.Parser;

/** A line for completion: a command's name and, as one word with all its spaces, its argument. */
record SlashLine(String line, int cursor, int argumentStart) implements CompletingParsedLine {
    static final Parser PARSER = (line, cursor, context) -> of(line, Math.max(0, cursor));

    private static SlashLine of(String line, int cursor) {
        int space = line.indexOf(' ');
        int start = space < 0 ? line.length() + 1 : space + 1;
        while (start < line.length() && line.charAt(start) == ' ') {
            start++;
        }
        return new SlashLine(line, cursor, start);
    }

    private boolean inArgument() {
        return cursor >= argumentStart;
    }

    private String name() {
        return line.substring(0, Math.min(line.length(), argumentStart)).strip();
    }

    @Override
    public String word() {
        return words().get(wordIndex());
    }

    @Override
    public int wordCursor() {
        return inArgument() ? cursor - argumentStart : Math.min(cursor, name().length());
    }

    @Override
    public int wordIndex() {
        return inArgument() ? 1 : 0;
    }

    @Override
    public List<String> words() {
        return argumentStart > line.length() ? List.of(name()) : List.of(name(), line.substring(argumentStart));
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
        return candidate;
    }

    @Override
    public int rawWordCursor() {
        return wordCursor();
    }

    @Override
    public int rawWordLength() {
        return word().length();
    }
}
