package dev.voicebot.terminal;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.WCWidth;

/**
 * Characters whose width JLine does not know, and those that do not fit one {@code char} and that JLine would tear
 * apart, are replaced by others of the right width while a picture is made, and put back on the way to the terminal.
 * One a process: every thread that draws uses the same.
 */
public final class SubstituteCharacters {
    public static final SubstituteCharacters SHARED = new SubstituteCharacters();

    // Ranges of which JLine knows the width. What stands there itself gets a stand-in too.
    private static final int NARROW = 0xE000;
    private static final int NARROW_COUNT = 6400;
    private static final int WIDE = 0xA000;
    private static final int WIDE_COUNT = 0x48D;
    private static final int NONE = 0x1160;
    private static final int NONE_COUNT = 0xA0;

    /** Before it stands nothing that joins, and line feeds that must stay. */
    private static final int FIRST_STRANGE = 0x300;

    private static final int JOINER = 0x200D;
    private static final int HANGUL_FILLER = 0x3164;
    private static final String WIDE_SPACE = "\u3000";
    private static final String REPLACEMENT = "\uFFFD";
    private static final int FIRST_FLAG = 0x1F1E6;
    private static final int LAST_FLAG = 0x1F1FF;

    @GuardedBy("this")
    private final Map<String, Character> standIns = new HashMap<>();

    private final List<List<String>> originals = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

    SubstituteCharacters() {}

    /** What to draw instead of {@code text}, of the same width in columns as JLine counts them. */
    public synchronized String encode(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int end = clusterEnd(text, i);
            if (!isLeftOut(text.codePointAt(i)) && !joinsPictures(text, i)) {
                out.append(standIn(shown(text.substring(i, end))));
            }
            i = end;
        }
        return out.toString();
    }

    public AttributedString encode(AttributedString text) {
        if (isPlain(text)) {
            return text;
        }
        AttributedStringBuilder out = new AttributedStringBuilder(text.length());
        for (int run = 0; run < text.length(); run = text.runLimit(run)) {
            out.append(encode(text.substring(run, text.runLimit(run)).toString()), text.styleAt(run));
        }
        return out.toAttributedString();
    }

    /** What {@link #encode} was given, without what it left out. */
    synchronized String decode(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= NARROW) {
                decode(c, NARROW, originals.get(1), out);
            } else if (c >= WIDE) {
                decode(c, WIDE, originals.get(2), out);
            } else {
                decode(c, NONE, originals.get(0), out);
            }
        }
        return out.toString();
    }

    private static void decode(char c, int first, List<String> known, StringBuilder out) {
        if (c >= first && c < first + known.size()) {
            out.append(known.get(c - first));
        } else {
            out.append(c);
        }
    }

    private static boolean isPlain(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isStrange(c) || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isStrange(int c) {
        return c >= FIRST_STRANGE
                && (c == HANGUL_FILLER || isLeftOut(c) || isReserved(c) || TextColumns.width(c) != WCWidth.wcwidth(c));
    }

    private static boolean isReserved(int c) {
        return (c >= NARROW && c < NARROW + NARROW_COUNT)
                || (c >= WIDE && c < WIDE + WIDE_COUNT)
                || (c >= NONE && c < NONE + NONE_COUNT);
    }

    /** Emoji that are joined are one picture in some terminals and several in others: they are shown as several. */
    private static boolean joinsPictures(String text, int index) {
        return text.charAt(index) == JOINER && index > 0 && text.codePointBefore(index) > JOINER;
    }

    /** Variation selectors, skin tones and tags change an emoji in some terminals and are shown beside it in others. */
    private static boolean isLeftOut(int c) {
        return c == 0xFE0E || c == 0xFE0F || TextColumns.isSkinTone(c) || (c >= 0xE0020 && c <= 0xE007F);
    }

    private static int clusterEnd(String text, int begin) {
        int c = text.codePointAt(begin);
        int end = begin + Character.charCount(c);
        if (isFlag(c) && end < text.length() && isFlag(text.codePointAt(end))) {
            return end + Character.charCount(text.codePointAt(end));
        }
        while (isLeadingJamo(c) && end < text.length() && isFurtherJamo(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** What is drawn where terminals disagree on the width of {@code cluster}: the same, in a way they agree on. */
    private static String shown(String cluster) {
        int c = cluster.codePointAt(0);
        if (isFlag(c) && cluster.length() == Character.charCount(c)) {
            return String.valueOf((char) ('A' + c - FIRST_FLAG)); // half a flag
        }
        if (c == HANGUL_FILLER) {
            return WIDE_SPACE;
        }
        if (cluster.length() == 1 && Character.isSurrogate((char) c)) {
            return REPLACEMENT;
        }
        return isLeadingJamo(c) ? composed(cluster) : cluster;
    }

    /** A syllable whose letters are written one by one takes two columns here and six there; whole it takes two. */
    private static String composed(String jamo) {
        String syllable = Normalizer.normalize(jamo, Normalizer.Form.NFC);
        return syllable.length() == 1 ? syllable : jamo;
    }

    private static boolean isLeadingJamo(int c) {
        return c >= 0x1100 && c <= 0x115F;
    }

    private static boolean isFurtherJamo(int c) {
        return c >= NONE && c < NONE + NONE_COUNT;
    }

    static boolean isFlag(int c) {
        return c >= FIRST_FLAG && c <= LAST_FLAG;
    }

    @GuardedBy("this")
    private String standIn(String cluster) {
        int c = cluster.codePointAt(0);
        if (cluster.length() == 1 && !isStrange(c)) {
            return cluster;
        }
        Character known = standIns.get(cluster);
        if (known != null) {
            return known.toString();
        }
        return switch (TextColumns.width(cluster)) {
            case 0 -> assign(cluster, 0, NONE, NONE_COUNT);
            case 1 -> assign(cluster, 1, NARROW, NARROW_COUNT);
            default -> assign(cluster, 2, WIDE, WIDE_COUNT);
        };
    }

    @GuardedBy("this")
    private String assign(String cluster, int width, int first, int count) {
        List<String> known = originals.get(width);
        if (known.size() == count) {
            return cluster;
        }
        char standIn = (char) (first + known.size());
        known.add(cluster);
        standIns.put(cluster, standIn);
        return String.valueOf(standIn);
    }
}
