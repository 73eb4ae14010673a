package dev.voicebot.terminal;

import java.util.regex.Pattern;
import org.jline.reader.LineReader;
import org.jline.reader.impl.DefaultHighlighter;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jline.utils.WCWidth;

/** JLine's own, which leaves out accents that join the letter before them, made to show these too. */
public final class LineHighlighter extends DefaultHighlighter {
    @Override
    public AttributedString highlight(LineReader reader, String text) {
        return text.chars().anyMatch(c -> c > '~' && WCWidth.wcwidth(c) == 0)
                ? whole(reader, text)
                : super.highlight(reader, text);
    }

    private static AttributedString whole(LineReader reader, String text) {
        AttributedStringBuilder whole = new AttributedStringBuilder().append(text);
        String search = reader.getSearchTerm();
        if (search != null && !search.isEmpty()) {
            whole.styleMatches(Pattern.compile(Pattern.quote(search)), AttributedStyle.DEFAULT.underline());
        }
        return whole.toAttributedString();
    }
}
