package dev.voicebot.markdown;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Colours code line by line: comments, texts, numbers and the words that belong to the language. One thread. */
final class CodeColors {
    private static final Set<SpanKind> CODE = Set.of(SpanKind.CODE);

    /**
     * @param names what stands after the fence
     * @param lineComment what begins a comment to the line's end; empty for none
     * @param blocks pairs of what begins and what ends something that may span lines
     * @param quotes what begins and ends a text on one line
     */
    private record Language(
            List<String> names, String lineComment, List<String> blocks, String quotes, Set<String> keywords) {
        Language(String names, String lineComment, String blocks, String quotes, String keywords) {
            this(words(names), lineComment, words(blocks), quotes, Set.copyOf(words(keywords)));
        }

        private static List<String> words(String text) {
            return text.isEmpty() ? List.of() : List.of(text.split(" "));
        }
    }

    private static final String C_WORDS =
            "if else for while do switch case default break continue return true false null "
                    + "new this class struct enum static const void int long short char float double public private protected ";

    private static final List<Language> LANGUAGES = List.of(
            new Language(
                    "java kotlin kt scala groovy",
                    "//",
                    "/* */ \"\"\" \"\"\"",
                    "\"'",
                    C_WORDS + "final abstract interface record sealed permits extends implements import package throws "
                            + "throw try catch finally instanceof var byte boolean super synchronized volatile yield "
                            + "fun val when object override def trait data"),
            new Language(
                    "c cpp c++ h hpp csharp cs c# objc swift dart",
                    "//",
                    "/* */",
                    "\"'",
                    C_WORDS
                            + "unsigned signed typedef union sizeof extern goto namespace using template typename virtual "
                            + "override auto nullptr delete constexpr inline bool string var let func guard import "
                            + "async await foreach in is as base readonly try catch finally throw"),
            new Language(
                    "js javascript ts typescript jsx tsx",
                    "//",
                    "/* */ ` `",
                    "\"'",
                    "if else for while do switch case default break continue return true false null undefined new this "
                            + "class extends super static const let var function async await yield import export from "
                            + "of in instanceof typeof void delete try catch finally throw interface type enum "
                            + "implements public private protected readonly as number string boolean"),
            new Language(
                    "python py",
                    "#",
                    "\"\"\" \"\"\" ''' '''",
                    "\"'",
                    "and as assert async await break class continue def del elif else except finally for from global if "
                            + "import in is lambda match case nonlocal not or pass raise return try while with yield "
                            + "True False None self"),
            new Language(
                    "rust rs",
                    "//",
                    "/* */",
                    "\"",
                    "as async await break const continue crate dyn else enum extern false fn for if impl in let loop "
                            + "match mod move mut pub ref return self Self static struct super trait true type unsafe "
                            + "use where while"),
            new Language(
                    "go golang",
                    "//",
                    "/* */ ` `",
                    "\"'",
                    "break case chan const continue default defer else fallthrough for func go goto if import interface "
                            + "map package range return select struct switch type var nil true false"),
            new Language(
                    "sh bash shell zsh console fish",
                    "#",
                    "",
                    "\"'",
                    "if then else elif fi for while until do done case esac in function return local export set unset "
                            + "exit break continue true false sudo"),
            new Language(
                    "ruby rb perl pl php lua r elixir",
                    "#",
                    "",
                    "\"'",
                    "if else elsif elif end unless while until for do def class module return yield begin rescue ensure "
                            + "require use my sub function local then and or not nil true false self new echo print"),
            new Language(
                    "sql mysql postgresql sqlite",
                    "--",
                    "/* */",
                    "'\"",
                    "select from where and or not insert into values update set delete create table drop alter add index "
                            + "join left right inner outer on group by order having limit offset as distinct union all "
                            + "null is in like between primary key foreign references default case when then else end"),
            new Language("yaml yml toml ini properties conf", "#", "", "\"'", "true false null yes no on off"),
            new Language("json json5 jsonc", "//", "/* */", "\"", "true false null"),
            new Language("html xml svg vue", "", "<!-- -->", "\"'", ""),
            new Language("css scss less", "", "/* */", "\"'", "important media import from to"),
            new Language(
                    "dockerfile docker makefile make cmake",
                    "#",
                    "",
                    "\"'",
                    "FROM RUN CMD COPY ADD ENV ARG WORKDIR "
                            + "EXPOSE ENTRYPOINT USER VOLUME LABEL AS include ifeq else endif define"));

    private final Optional<Language> language;
    private String blockEnd = ""; // what ends the comment or text that earlier lines began
    private SpanKind blockInk = SpanKind.COMMENT;

    private CodeColors(Optional<Language> language) {
        this.language = language;
    }

    /** For what stands after the fence; unknown languages stay plain. */
    static CodeColors of(String info) {
        String name = info.strip().split("[\\s{:,]", 2)[0].toLowerCase(Locale.ROOT);
        return new CodeColors(
                LANGUAGES.stream().filter(known -> known.names.contains(name)).findFirst());
    }

    /** The next line, which stands in the source at {@code source}. */
    StyledText next(String line, int source) {
        StyledText out = new StyledText();
        if (language.isEmpty()) {
            return out.written(line, CODE, source);
        }
        int at = 0;
        while (at < line.length()) {
            int end = endOfPiece(line, at, language.get());
            out.written(line.substring(at, end), inkOfPiece(line.substring(at, end), language.get()), source + at);
            at = end;
        }
        return out;
    }

    private SpanKind ink = SpanKind.CODE; // of the piece that was found last

    private Set<SpanKind> inkOfPiece(String piece, Language known) {
        if (ink != SpanKind.CODE) {
            return Set.of(SpanKind.CODE, ink);
        }
        String word = known.lineComment.equals("--") ? piece.toLowerCase(Locale.ROOT) : piece;
        if (known.keywords.contains(word)) {
            return Set.of(SpanKind.CODE, SpanKind.KEYWORD);
        }
        return Character.isDigit(piece.charAt(0)) ? Set.of(SpanKind.CODE, SpanKind.NUMBER) : CODE;
    }

    private int endOfPiece(String line, int at, Language known) {
        if (!blockEnd.isEmpty()) {
            ink = blockInk;
            return endOfBlock(line, at);
        }
        if (!known.lineComment.isEmpty() && line.startsWith(known.lineComment, at) && startsComment(line, at, known)) {
            ink = SpanKind.COMMENT;
            return line.length();
        }
        for (int i = 0; i < known.blocks.size(); i += 2) {
            String begin = known.blocks.get(i);
            if (line.startsWith(begin, at)) {
                blockEnd = known.blocks.get(i + 1);
                blockInk = begin.equals("/*") || begin.equals("<!--") ? SpanKind.COMMENT : SpanKind.LITERAL;
                ink = blockInk;
                return endOfBlock(line, at + begin.length());
            }
        }
        char c = line.charAt(at);
        if (known.quotes.indexOf(c) >= 0) {
            ink = SpanKind.LITERAL;
            return endOfQuote(line, at);
        }
        ink = SpanKind.CODE;
        return endOfWord(line, at);
    }

    /** A shell's {@code $#} or {@code a#b} is no comment. */
    private static boolean startsComment(String line, int at, Language known) {
        return !known.lineComment.equals("#") || at == 0 || Character.isWhitespace(line.charAt(at - 1));
    }

    private int endOfBlock(String line, int from) {
        int end = line.indexOf(blockEnd, from);
        if (end < 0) {
            return line.length();
        }
        int after = end + blockEnd.length();
        blockEnd = "";
        return after;
    }

    private static int endOfQuote(String line, int at) {
        int end = at + 1;
        while (end < line.length() && line.charAt(end) != line.charAt(at)) {
            end += line.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(line.length(), end + 1);
    }

    private static int endOfWord(String line, int at) {
        int end = at;
        while (end < line.length() && (Character.isLetterOrDigit(line.charAt(end)) || line.charAt(end) == '_')) {
            end++;
        }
        return end > at ? end : at + (Character.isHighSurrogate(line.charAt(at)) && at + 1 < line.length() ? 2 : 1);
    }
}
