package dev.voicebot.wording;

import dev.voicebot.language.EastAsian;
import dev.voicebot.language.WrittenLanguage;
import dev.voicebot.wording.chinese.Chinese;
import dev.voicebot.wording.english.English;
import dev.voicebot.wording.tokens.Marks;
import dev.voicebot.wording.tokens.Token;
import dev.voicebot.wording.tokens.TokenInText;
import dev.voicebot.wording.tokens.Tokenizer;
import dev.voicebot.wording.tokens.Verbalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Puts what is written into what is said, sentence by sentence: numbers, units, dates, formulas, developers' writing. First
 * the sentence is read into tokens, then each is said in the sentence's language; what is uncertain stays as it is. One thread.
 */
public final class Wording {
    private static final int TRUST_IN_SENTENCE_BEFORE = 4; // letters

    private static final Pattern NAMES = Pattern.compile("[!-~]*[/@_][!-~]*|--?[a-zA-Z][\\w-]*");

    /** Words that tokens begin with and that are often written before them, too. */
    private static final List<String> REPEATED =
            List.of("the", "version", "number", "about", "page", "pages", "figure", "section", "chapter", "版本", "大约");

    private static final Pattern CODE = Pattern.compile(Marks.CODE + "[^" + Marks.END + "]*" + Marks.END);

    private final Numerals numerals;
    private final Verbalizer english;
    private final Verbalizer chinese;
    private WrittenLanguage before = WrittenLanguage.ENGLISH;

    public Wording(Numerals numerals) {
        this.numerals = numerals;
        english = new English(numerals == Numerals.WORDS);
        chinese = new Chinese(numerals == Numerals.WORDS);
    }

    /** Says the next sentence or clause of a text. */
    public Spoken say(String written) {
        WrittenLanguage language = language(written);
        Verbalizer tongue = language == WrittenLanguage.CHINESE ? chinese : english;
        SpokenWriter writer = new SpokenWriter();
        List<TokenInText> tokens = numerals == Numerals.AS_WRITTEN
                ? Tokenizer.stretches(written, language)
                : Tokenizer.tokens(written, language);
        for (TokenInText token : tokens) {
            if (token.token() == null) {
                writer.put(token.plain(), token.end());
            } else {
                writer.say(
                        token, language == WrittenLanguage.ENGLISH && isBesideHan(token, written) ? chinese : tongue);
            }
        }
        return writer.spoken();
    }

    /** In an English sentence with a Chinese phrase in it, what is beside that is read in Chinese. */
    private static boolean isBesideHan(TokenInText token, String written) {
        int before = token.start() - 1;
        while (before > 0 && written.charAt(before) == ' ') {
            before--;
        }
        int next = token.end();
        while (next + 1 < written.length() && written.charAt(next) == ' ') {
            next++;
        }
        return (before >= 0 && EastAsian.isHan(written.charAt(before)))
                || (next < written.length() && EastAsian.isHan(written.charAt(next)));
    }

    /** By its letters; a text with few of them goes on in the language before. */
    private WrittenLanguage language(String written) {
        Optional<WrittenLanguage> own = WrittenLanguage.of(withoutNames(written), before);
        boolean english = own.isPresent() && own.get() == WrittenLanguage.ENGLISH;
        boolean chineseGoesOn = english
                && before == WrittenLanguage.CHINESE
                && written.codePoints().filter(Character::isLetter).count() < TRUST_IN_SENTENCE_BEFORE;
        if (english && isFramedByHan(written)) {
            before = WrittenLanguage.CHINESE;
        } else if (own.isPresent() && !chineseGoesOn) {
            before = own.get();
        }
        return before;
    }

    /** Whether a sentence begins and ends with Chinese words, whatever code is between. */
    private static boolean isFramedByHan(String written) {
        int end = written.length();
        while (end > 0 && !Character.isLetterOrDigit(written.charAt(end - 1))) {
            end--;
        }
        return end > 0 && EastAsian.isHan(written.charAt(0)) && EastAsian.isHan(written.charAt(end - 1));
    }

    /** Paths, addresses and flags in a Chinese sentence, or alone behind one, do not make it English. */
    private String withoutNames(String written) {
        String prose = withoutCode(written);
        boolean named = prose.indexOf('/') >= 0
                || prose.indexOf('@') >= 0
                || prose.indexOf('_') >= 0
                || prose.indexOf('-') >= 0;
        boolean han = named && (before == WrittenLanguage.CHINESE || EastAsian.hasHan(prose));
        return han ? NAMES.matcher(prose).replaceAll(" ") : prose;
    }

    /** Code in a Chinese sentence does not make it English either; code alone stays. */
    private static String withoutCode(String written) {
        if (written.indexOf(Marks.CODE) < 0) {
            return written;
        }
        String prose = CODE.matcher(written).replaceAll(" ");
        return EastAsian.hasHan(prose) ? prose : written;
    }

    /** What is said, as it grows. */
    private static final class SpokenWriter {
        private final StringBuilder out = new StringBuilder();
        private int[] ends = new int[64];
        private boolean spaceOwed;
        private boolean signDropped;
        private boolean afterToken;

        void put(char c, int end) {
            if (c == ' ' && signDropped && lastIs(' ')) {
                return;
            }
            if ((spaceOwed || (afterToken && isWord(last()))) && isWord(c)) {
                add(' ', end);
            }
            spaceOwed = false;
            signDropped = false;
            afterToken = false;
            add(c, end);
        }

        /** Adds the words of a token; a space at their ends means that one is needed between words. */
        void say(TokenInText token, Verbalizer tongue) {
            String words = Objects.requireNonNull(token.token()).said(tongue);
            say(words, token.start(), token.end());
            afterToken = !words.isEmpty() && !(token.token() instanceof Token.Plain);
        }

        private void say(String words, int start, int end) {
            String inner = withoutRepetition(words.strip());
            if (inner.isEmpty()) {
                signDropped |= words.isEmpty() || lastIs(' ') || out.isEmpty();
                spaceOwed |= !words.isEmpty() && !out.isEmpty() && isWord(last());
                return;
            }
            boolean mark = ",，;；".indexOf(inner.charAt(0)) >= 0;
            if (mark && lastIs(' ')) {
                out.setLength(out.length() - 1);
            }
            boolean gap = spaceOwed || words.startsWith(" ") || isWord(inner.charAt(0));
            if (gap
                    && !out.isEmpty()
                    && !Character.isWhitespace(last())
                    && (isWord(last())
                            || (words.startsWith(" ") && ")]%".indexOf(last()) >= 0)
                            || (spaceOwed && lastIs(',')))) {
                add(' ', start);
            }
            for (int i = 0; i < inner.length(); i++) { // what is written is covered with the last of them
                add(inner.charAt(i), i + 1 < inner.length() ? start : end);
            }
            spaceOwed = words.endsWith(" ");
            signDropped = mark;
        }

        /** What is written before it need not be said again: the Q3 results, version v2, 版本v2. */
        private String withoutRepetition(String inner) {
            for (String first : REPEATED) {
                int from = out.length() - (isLetter(last()) ? 0 : 1) - first.length();
                boolean twice = inner.startsWith(first)
                        && from >= 0
                        && out.substring(from).strip().equalsIgnoreCase(first)
                        && (from == 0 || !isWord(out.charAt(from - 1)));
                if (twice) {
                    return inner.substring(first.length()).strip();
                }
            }
            return inner;
        }

        private static boolean isLetter(char c) {
            return Character.isLetter(c);
        }

        Spoken spoken() {
            return new Spoken(out.toString(), Arrays.copyOf(ends, out.length()));
        }

        private static boolean isWord(char c) {
            return (Character.isLetterOrDigit(c) && c < 0x2E80) || c == '√';
        }

        private char last() {
            return out.isEmpty() ? '\n' : out.charAt(out.length() - 1);
        }

        private boolean lastIs(char c) {
            return last() == c;
        }

        private void add(char c, int end) {
            if (out.length() == ends.length) {
                ends = Arrays.copyOf(ends, 2 * ends.length);
            }
            ends[out.length()] = end;
            out.append(c);
        }
    }
}
