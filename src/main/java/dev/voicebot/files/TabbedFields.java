package dev.voicebot.files;

/** Fields of a line that tabs divide: {@code \t}, {@code \n}, {@code \r} and {@code \\} stand for what would break it. */
public final class TabbedFields {
    private TabbedFields() {}

    /** Any text as one field. */
    public static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    /** The text of a field. */
    public static String plain(String field) {
        if (field.indexOf('\\') < 0) {
            return field;
        }
        StringBuilder plain = new StringBuilder(field.length());
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            plain.append(c == '\\' && i + 1 < field.length() ? meaning(field.charAt(++i)) : c);
        }
        return plain.toString();
    }

    private static char meaning(char escaped) {
        return switch (escaped) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            default -> escaped;
        };
    }
}
