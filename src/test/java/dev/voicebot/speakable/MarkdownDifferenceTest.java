package dev.voicebot.speakable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.wording.Numerals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

/** Beside a Markdown parser: of documents made at random, the letters that are spoken are those that are rendered. */
class MarkdownDifferenceTest {
    private static final int DOCUMENTS = 2000;
    private static final List<String> WORDS =
            List.of("apple", "river", "stone", "green", "window", "garden", "letter", "silver", "中文", "语音", "句子");
    private static final List<String> INLINE = List.of(
            "{}",
            "{}",
            "{}",
            "**{}**",
            "*{}*",
            "_{}_",
            "__{}__",
            "***{}***",
            "~~{}~~",
            "`{}`",
            "[{}](https://example.org/a_b)",
            "![{}](picture.png)",
            "**{} *{}* {}**",
            "*{} `{}`*",
            "[**{}** {}](x.md \"title\")",
            "\\*{}\\*",
            "{}\\_{}",
            "<b>{}</b>",
            "{}&nbsp;{}",
            "({})",
            "\"{}\"",
            "{}, {}.",
            "<https://example.org/page>",
            "{}!",
            "==={}");
    private static final List<String> BLOCK = List.of(
            "{}",
            "{}",
            "# {}",
            "### {} ###",
            "> {}",
            "> {}\n> {}",
            "- {}",
            "- {}\n- {}\n  - {}",
            "1. {}\n2. {}",
            "* [ ] {}",
            "| {} | {} |\n|---|:-:|\n| {} | {} |",
            "---\n\n{}",
            "{}\n{}",
            "***\n\n{}");
    private static final List<org.commonmark.Extension> EXTENSIONS =
            List.of(TablesExtension.create(), StrikethroughExtension.create());

    @Test
    void everyLetterThatIsSpokenIsRenderedToo() {
        Parser parser = Parser.builder().extensions(EXTENSIONS).build();
        Random random = new Random(18);
        List<String> different = new ArrayList<>();

        for (int i = 0; i < DOCUMENTS; i++) {
            String document = document(random);
            String letters = letters(rendered(parser.parse(document)));
            String spoken = letters(spoken(document));
            if (!spoken.equals(letters)) {
                different.add(document + "\n=> " + spoken + "\ninstead of " + letters);
            }
        }

        assertThat(different).isEmpty();
    }

    private static String document(Random random) {
        StringBuilder document = new StringBuilder();
        for (int blocks = 1 + random.nextInt(3); blocks > 0; blocks--) {
            document.append(filled(BLOCK.get(random.nextInt(BLOCK.size())), random, true))
                    .append("\n\n");
        }
        return document.toString();
    }

    private static String filled(String pattern, Random random, boolean block) {
        StringBuilder filled = new StringBuilder();
        String[] parts = pattern.split("\\{}", -1);
        for (int i = 0; i < parts.length; i++) {
            filled.append(parts[i]);
            if (i + 1 < parts.length) {
                filled.append(block ? line(random) : WORDS.get(random.nextInt(WORDS.size())));
            }
        }
        return filled.toString();
    }

    private static String line(Random random) {
        List<String> inlines = new ArrayList<>();
        for (int count = 1 + random.nextInt(4); count > 0; count--) {
            inlines.add(filled(INLINE.get(random.nextInt(INLINE.size())), random, false));
        }
        return String.join(" ", inlines);
    }

    private static String spoken(String document) {
        SpeechManner manner = new SpeechManner(CodeSpeech.READ, Map.of(), Numerals.AS_WRITTEN, false);
        SpeakableText text = new SpeakableText(manner);
        List<SpeakablePiece> pieces = new ArrayList<>(text.add(document));
        pieces.addAll(text.finish());
        return pieces.stream().map(piece -> piece.spoken().text()).collect(Collectors.joining());
    }

    /** The text of a document without its addresses. */
    private static String rendered(Node document) {
        StringBuilder text = new StringBuilder();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Text node) {
                text.append(node.getLiteral().startsWith("https:") ? "" : node.getLiteral());
            }

            @Override
            public void visit(Code node) {
                text.append(node.getLiteral());
            }
        });
        return text.toString();
    }

    /** Its letters; an address is said with a word of its own. */
    private static String letters(String text) {
        return text.replaceAll("\\blink\\b|链接", "").replaceAll("[^\\p{L}]", "");
    }
}
