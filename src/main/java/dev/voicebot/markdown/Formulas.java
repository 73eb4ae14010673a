package dev.voicebot.markdown;

import java.util.Set;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Formulas stay as they were written: {@code $x_1 * y_1$}, {@code $$…$$}, {@code \(…\)} and {@code \[…\]} on one line,
 * whose backslashes, stars and underscores are no Markdown. A price such as $5 is none.
 */
final class Formulas implements InlineContentParserFactory, InlineContentParser {
    private static final char DOLLAR = '$';
    private static final char BACKSLASH = '\\';

    @Override
    public Set<Character> getTriggerCharacters() {
        return Set.of(DOLLAR, BACKSLASH);
    }

    @Override
    public InlineContentParser create() {
        return this;
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        Position begin = scanner.position();
        boolean found = scanner.next(DOLLAR) ? readDollars(scanner) : readBackslashes(scanner);
        return found
                ? ParsedInline.of(
                        new Text(scanner.getSource(begin, scanner.position()).getContent()), scanner.position())
                : ParsedInline.none();
    }

    /** Behind the first dollar. */
    private static boolean readDollars(Scanner scanner) {
        if (scanner.next(DOLLAR)) {
            return readTo(scanner, "$$");
        }
        if (Character.isWhitespace(scanner.peek())) {
            return false;
        }
        char before = DOLLAR;
        while (isInLine(scanner)) {
            char c = scanner.peek();
            scanner.next();
            if (c == DOLLAR && before != BACKSLASH) {
                return before != DOLLAR && !Character.isWhitespace(before) && !Character.isDigit(scanner.peek());
            }
            before = c;
        }
        return false;
    }

    private static boolean readBackslashes(Scanner scanner) {
        scanner.next(BACKSLASH);
        if (scanner.next('(')) {
            return readTo(scanner, "\\)");
        }
        return scanner.next('[') && readTo(scanner, "\\]");
    }

    private static boolean readTo(Scanner scanner, String end) {
        while (isInLine(scanner)) {
            if (scanner.next(end)) {
                return true;
            }
            scanner.next();
        }
        return false;
    }

    private static boolean isInLine(Scanner scanner) {
        return scanner.peek() != '\n' && scanner.peek() != Scanner.END;
    }
}
