package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.util.ArrayList;
import java.util.List;

/** A command line cut into words as a shell does, quotes and backslashes and nothing else of a shell. */
final class CommandWords {
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private char quote;

    private CommandWords() {}

    /**
     * The words of {@code line}.
     *
     * @throws AssistantException USAGE when there is none, or a quote is not closed
     */
    static List<String> of(String line) {
        CommandWords all = new CommandWords();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && all.quote != '\'' && i + 1 < line.length()) {
                i++;
                all.append(line.charAt(i));
            } else {
                all.take(c);
            }
        }
        all.endWord();
        if (all.quote != 0) {
            throw new AssistantException(FaultKind.USAGE, tr("Unclosed quote in --exec: %s.", line));
        }
        if (all.words.isEmpty()) {
            throw new AssistantException(
                    FaultKind.USAGE, tr("--exec needs a command, for example --exec 'notify-send {}'."));
        }
        return all.words;
    }

    private void take(char c) {
        if (quote != 0) {
            takeQuoted(c);
        } else if (c == '\'' || c == '"') {
            quote = c;
            inWord = true;
        } else if (Character.isWhitespace(c)) {
            endWord();
        } else {
            append(c);
        }
    }

    private void takeQuoted(char c) {
        if (c == quote) {
            quote = 0;
        } else {
            append(c);
        }
    }

    private void append(char c) {
        word.append(c);
        inWord = true;
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }
}
