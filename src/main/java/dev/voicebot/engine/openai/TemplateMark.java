package dev.voicebot.engine.openai;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A mark of a chat template in a model's text, such as {@code <think>} or {@code <|im_end|>}: servers that do not know
 * a model's template leave it in the content.
 */
record TemplateMark(Kind kind, int length) {
    enum Kind {
        THOUGHT,
        THOUGHT_END,
        TOOL,
        TOOL_END,
        /** A message begins; the name of its author follows. */
        MESSAGE,
        /** The answer's part begins; its name follows. */
        CHANNEL,
        /** The assistant's words follow. */
        ASSISTANT,
        /** The answer is over, or somebody else's words follow. */
        END,
        /** Means nothing to a reader. */
        OTHER,
        /** The text is no mark. */
        NONE,
        /** The text may become a mark: it ends too early to tell. */
        UNFINISHED
    }

    private static final TemplateMark NO_MARK = new TemplateMark(Kind.NONE, 0);
    private static final TemplateMark TOO_EARLY = new TemplateMark(Kind.UNFINISHED, 0);
    private static final int LONGEST_NAME = 30;

    private static final TreeMap<String, Kind> TAGS = new TreeMap<>();
    private static final TreeMap<String, Kind> BRACKETS = new TreeMap<>(
            Map.of("think", Kind.THOUGHT, "/think", Kind.THOUGHT_END, "tool_calls", Kind.TOOL, "/inst", Kind.OTHER));
    private static final TreeMap<String, Kind> TRIANGLES =
            new TreeMap<>(Map.of("think", Kind.THOUGHT, "/think", Kind.THOUGHT_END));

    static {
        Stream.of("think", "thinking", "thought", "thoughts", "reasoning", "reflection", "scratchpad", "seed:think")
                .forEach(name -> pair(name, Kind.THOUGHT, Kind.THOUGHT_END));
        Stream.of("tool_call", "tool_calls", "tool_response", "function_call", "function_calls")
                .forEach(name -> pair(name, Kind.TOOL, Kind.TOOL_END));
        TAGS.put("start_of_turn", Kind.MESSAGE);
        TAGS.put("end_of_turn", Kind.END);
    }

    private static void pair(String name, Kind begin, Kind end) {
        TAGS.put(name, begin);
        TAGS.put("/" + name, end);
    }

    /** Whether a mark can begin so. */
    static boolean beginsWith(char c) {
        return c == '<' || c == '[' || c == '◁';
    }

    /** The mark that begins at {@code from}, where {@link #beginsWith} holds. */
    static TemplateMark at(CharSequence text, int from) {
        return switch (text.charAt(from)) {
            case '[' -> named(text, from, ']', BRACKETS);
            case '◁' -> named(text, from, '▷', TRIANGLES);
            default ->
                from + 1 < text.length() && isBar(text.charAt(from + 1))
                        ? special(text, from)
                        : named(text, from, '>', TAGS);
        };
    }

    private static TemplateMark named(CharSequence text, int from, char close, TreeMap<String, Kind> known) {
        StringBuilder name = new StringBuilder();
        for (int i = from + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == close) {
                Kind kind = known.get(name.toString());
                return kind == null ? NO_MARK : new TemplateMark(kind, i + 1 - from);
            }
            name.append(Character.toLowerCase(c));
            if (!isBeginning(name.toString(), known)) {
                return NO_MARK;
            }
        }
        return TOO_EARLY;
    }

    private static boolean isBeginning(String name, TreeMap<String, Kind> known) {
        String next = known.ceilingKey(name);
        return next != null && next.startsWith(name);
    }

    /** {@code <|name|>}, as most templates write their own tokens; DeepSeek's have wide bars. */
    private static TemplateMark special(CharSequence text, int from) {
        int begin = from + 2;
        int end = begin;
        while (end < text.length() && isOfName(text.charAt(end)) && end - begin <= LONGEST_NAME) {
            end++;
        }
        if (end - begin > LONGEST_NAME) {
            return NO_MARK;
        }
        if (end == text.length() || (end + 1 == text.length() && isBar(text.charAt(end)))) {
            return TOO_EARLY;
        }
        boolean closed = end > begin && isBar(text.charAt(end)) && text.charAt(end + 1) == '>';
        String name = text.subSequence(begin, end).toString().toLowerCase(Locale.ROOT);
        return closed ? new TemplateMark(kind(name), end + 2 - from) : NO_MARK;
    }

    private static Kind kind(String name) {
        boolean ends = name.contains("end");
        if (name.contains("think") || name.contains("thought")) {
            return ends ? Kind.THOUGHT_END : Kind.THOUGHT;
        }
        if (name.contains("tool") || name.equals("python_tag")) {
            return ends ? Kind.TOOL_END : Kind.TOOL;
        }
        return switch (name) {
            case "im_start", "start_header_id", "header_start", "start", "start_of_turn_token" -> Kind.MESSAGE;
            case "channel" -> Kind.CHANNEL;
            case "assistant", "chatbot_token" -> Kind.ASSISTANT;
            case "im_end",
                    "endoftext",
                    "end_of_text",
                    "eot_id",
                    "eom_id",
                    "eot",
                    "eos",
                    "end",
                    "return",
                    "user",
                    "system",
                    "end_of_turn_token",
                    "user_token",
                    "system_token",
                    "end▁of▁sentence" -> Kind.END;
            default -> Kind.OTHER;
        };
    }

    private static boolean isBar(char c) {
        return c == '|' || c == '｜';
    }

    private static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '▁' || c == '-';
    }
}
