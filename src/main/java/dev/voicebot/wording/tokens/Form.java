package dev.voicebot.wording.tokens;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One way of writing something, and the token for it; the token is null where the evidence speaks against it. */
final class Form {
    /** 5, 3.5, 1,234,567, 10 000 or .5 */
    static final String NUMBER =
            "(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d{1,3}(?:\u2009\\d{3})+(?!\\d)|\\d{1,3}(?: \\d{3}){2,}(?!\\d)|\\d{1,3}(?: 000)+(?!\\d)"
                    + "|\\d{1,3}(?:['’]\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?|(?<!\\d)\\.\\d+";
    /** The same in a group of its own. */
    static final String A_NUMBER = "(" + NUMBER + ")";
    /** Not inside a word, a longer number, a version or a path. */
    static final String BEGINNING = "(?<![\\p{Alpha}\\d_.]|[\\d][,:/-])";
    /** The number ends here. */
    static final String END = "(?![\\p{Alpha}\\d_]|[.,:/-]\\d)";
    /** A hyphen or a dash. */
    static final String DASH = "[-–—~－−]";

    /** In what a form needs: any character that is not plain ASCII. */
    static final char BEYOND_ASCII = 127;

    private static final String SIGNS = "-−.";

    private static int count;

    private final int id;
    private final String starts;
    private final Guard guard;
    private final boolean isNumber; // then digits follow its sign
    private final String source;
    private final BiFunction<MatchResult, Sentence, @Nullable Token> token;
    private volatile @Nullable Pattern pattern; // compiled when first looked for: most sentences need few of them

    /**
     * What is looked at before the pattern is tried, which is slower; empty strings ask for nothing.
     *
     * @param letters one of which it begins with, if with a letter
     * @param needs one of which is in the sentence
     * @param next one of which stands behind the digits that it begins with, or behind the sign
     * @param before one of which stands before it
     * @param ahead one of which comes soon
     */
    private record Guard(String letters, String needs, String next, String before, String ahead) {
        static final Guard NONE = new Guard("", "", "", "", "");
    }

    private Form(
            int id,
            String starts,
            String source,
            BiFunction<MatchResult, Sentence, @Nullable Token> token,
            Guard guard) {
        this.id = id;
        this.starts = starts;
        this.source = source;
        this.token = token;
        this.guard = guard;
        this.isNumber = starts.indexOf('0') >= 0 && starts.indexOf('a') < 0;
    }

    static Form of(String starts, String pattern, BiFunction<MatchResult, Sentence, @Nullable Token> token) {
        return new Form(nextId(), starts, pattern, token, Guard.NONE);
    }

    static Form of(String starts, String pattern, Function<MatchResult, @Nullable Token> token) {
        return of(starts, pattern, (match, sentence) -> token.apply(match));
    }

    /** A sign with a name. */
    static Form of(String starts, String pattern, Sign sign) {
        Token named = new Token.Named(sign);
        return of(starts, pattern, (match, sentence) -> named);
    }

    private static synchronized int nextId() {
        return count++;
    }

    /** How many forms there are so far. */
    static synchronized int count() {
        return count;
    }

    private Form guarded(Guard by) {
        return new Form(id, starts, source, token, by);
    }

    /** The same form for sentences with at least one of these characters: others are passed over without a look. */
    Form needing(String characters) {
        return guarded(new Guard(guard.letters(), characters, guard.next(), guard.before(), guard.ahead()));
    }

    /** The same form that, where it begins with a letter, begins with one of these. */
    Form startingWith(String letters) {
        return guarded(new Guard(letters, guard.needs(), guard.next(), guard.before(), guard.ahead()));
    }

    /**
     * The same form that goes on with one of these behind the digits it begins with, or behind the sign; a stands for
     * any letter, 0 for any digit, {@link #BEYOND_ASCII} for what is not plain.
     */
    Form goingOnWith(String characters) {
        return guarded(new Guard(guard.letters(), guard.needs(), characters, guard.before(), guard.ahead()));
    }

    /** The same form behind one of these characters. */
    Form behind(String characters) {
        return guarded(new Guard(guard.letters(), guard.needs(), guard.next(), characters, guard.ahead()));
    }

    /** The same form that has one of these characters somewhere in its first {@link Sentence#AHEAD}. */
    Form soon(String characters) {
        return guarded(new Guard(guard.letters(), characters, guard.next(), guard.before(), characters));
    }

    /** What is there, or null. */
    @Nullable
    Found at(int at, Sentence sentence) {
        if (!isPossible(at, sentence)) {
            return null;
        }
        Matcher matcher = sentence.matcher(id, pattern());
        matcher.region(at, sentence.text().length());
        if (!matcher.lookingAt()) {
            return null;
        }
        Token found = token.apply(matcher, sentence);
        return found == null ? null : new Found(found, matcher.end());
    }

    private boolean isPossible(int at, Sentence sentence) {
        return (!isNumber || SIGNS.indexOf(sentence.at(at)) < 0 || "0.".indexOf(sentence.next(at)) >= 0)
                && (guard.before().isEmpty() || guard.before().indexOf(sentence.before(at)) >= 0)
                && (guard.next().isEmpty() || guard.next().indexOf(sentence.next(at)) >= 0)
                && (guard.needs().isEmpty() || sentence.hasAny(guard.needs()))
                && (guard.ahead().isEmpty() || sentence.hasSoon(guard.ahead(), at));
    }

    /** Characters it can begin with; 0 stands for any digit, a for any Latin letter. */
    String starts() {
        return starts;
    }

    /** Whether it can begin with this letter. */
    boolean startsWith(char letter) {
        return guard.letters().isEmpty() || guard.letters().indexOf(letter) >= 0;
    }

    private Pattern pattern() {
        Pattern compiled = pattern;
        if (compiled == null) {
            compiled = Pattern.compile(source);
            pattern = compiled;
        }
        return compiled;
    }

    /** What a form's first characters are filed under. */
    static char classOf(char c) {
        if (c >= '0' && c <= '9') {
            return '0';
        }
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? 'a' : c;
    }

    /** The group, or empty where it took no part. */
    static String group(MatchResult match, int group) {
        String text = match.group(group);
        return text == null ? "" : text;
    }

    /** A token that was found, and where it ends. */
    record Found(Token token, int end) {}
}
