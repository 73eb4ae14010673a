package dev.voicebot.speakable;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What HTML in a reply means for the ear. */
final class Html {
    private static final Set<String> BREAKS = Set.of(
            "br", "p", "div", "li", "ul", "ol", "tr", "table", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "details");
    private static final Set<String> TAGS = Set.of(
            "a",
            "abbr",
            "b",
            "blockquote",
            "body",
            "button",
            "center",
            "cite",
            "code",
            "del",
            "dd",
            "dl",
            "dt",
            "em",
            "font",
            "footer",
            "head",
            "header",
            "html",
            "i",
            "iframe",
            "img",
            "input",
            "ins",
            "kbd",
            "label",
            "link",
            "main",
            "mark",
            "meta",
            "nav",
            "pre",
            "q",
            "s",
            "samp",
            "script",
            "section",
            "small",
            "span",
            "strike",
            "strong",
            "style",
            "sub",
            "summary",
            "sup",
            "svg",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "title",
            "tt",
            "u",
            "var",
            "video");
    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("ensp", " "),
            Map.entry("emsp", " "),
            Map.entry("hellip", "…"),
            Map.entry("mdash", "—"),
            Map.entry("ndash", "–"),
            Map.entry("lsquo", "‘"),
            Map.entry("rsquo", "’"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"),
            Map.entry("times", "×"),
            Map.entry("divide", "÷"),
            Map.entry("deg", "°"),
            Map.entry("plusmn", "±"),
            Map.entry("le", "≤"),
            Map.entry("ge", "≥"),
            Map.entry("ne", "≠"),
            Map.entry("rarr", "→"),
            Map.entry("larr", "←"),
            Map.entry("euro", "€"),
            Map.entry("pound", "£"),
            Map.entry("yen", "¥"),
            Map.entry("frac12", "½"),
            Map.entry("frac14", "¼"),
            Map.entry("frac34", "¾"),
            Map.entry("sup2", "²"),
            Map.entry("sup3", "³"));

    private Html() {}

    static boolean isTag(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return TAGS.contains(small) || BREAKS.contains(small);
    }

    static boolean breaksLine(String name) {
        return BREAKS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** The text of an entity, {@code name} without its marks: amp, #39, #x27; empty when there is none such. */
    static Optional<String> entity(String name) {
        if (!name.startsWith("#")) {
            return Optional.ofNullable(ENTITIES.get(name));
        }
        boolean hexadecimal = name.startsWith("#x") || name.startsWith("#X");
        int codePoint = Integer.parseInt(name.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
        return Character.isValidCodePoint(codePoint) ? Optional.of(spoken(codePoint)) : Optional.empty();
    }

    private static String spoken(int codePoint) {
        StringBuilder out = new StringBuilder();
        SpokenCharacters characters = new SpokenCharacters();
        Character.toString(codePoint).chars().forEach(c -> characters.take((char) c, out));
        return out.toString();
    }
}
