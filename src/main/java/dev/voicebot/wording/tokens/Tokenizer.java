package dev.voicebot.wording.tokens;

import dev.voicebot.language.WrittenLanguage;
import dev.voicebot.wording.tokens.Form.Found;
import dev.voicebot.wording.tokens.Token.Address;
import dev.voicebot.wording.tokens.Token.Formula;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a sentence into tokens: what it holds, by how it is written and by what stands around it. */
public final class Tokenizer {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final List<Form> PROSE = Stream.of(
                    MentionForms.FORMS,
                    LogForms.FORMS,
                    NetworkForms.FORMS,
                    CodeForms.FORMS,
                    WeekdayForms.FORMS,
                    NameForms.FORMS,
                    WordForms.FORMS,
                    DateForms.FORMS,
                    MonthForms.FORMS,
                    YearForms.FORMS,
                    PhoneForms.FORMS,
                    DurationForms.FORMS,
                    TimeForms.FORMS,
                    MoneyForms.FORMS,
                    MathForms.FORMS,
                    LengthForms.FORMS,
                    QuantityForms.FORMS,
                    NumberForms.FORMS,
                    SignForms.FORMS)
            .flatMap(List::stream)
            .toList();
    private static final Map<Character, List<Form>> IN_PROSE = byStart(PROSE);
    private static final Map<Character, List<Form>> IN_CODE =
            byStart(Stream.concat(CodeForms.INSIDE.stream(), PROSE.stream()).toList());
    private static final Map<Character, List<Form>> ELSEWHERE = byStart(List.of(SignForms.OWN, SignForms.ELSEWHERE));
    private static final Map<Character, List<Form>> AS_WRITTEN = byStart(List.of(SignForms.OWN));

    private final Folding folding;
    private final Sentence sentence;
    private final Map<Character, List<Form>> forms;
    private final List<TokenInText> tokens = new ArrayList<>();
    private @Nullable Token last;
    private int lastEnd;

    private Tokenizer(Folding folding, WrittenLanguage language, Map<Character, List<Form>> forms) {
        this.folding = folding;
        this.sentence = new Sentence(folding.text(), language, false);
        this.forms = forms;
    }

    /**
     * The tokens of a sentence, in order; together they cover all of it.
     *
     * @param language that the sentence is in: where there are no words for it, only noise goes
     */
    public static List<TokenInText> tokens(String written, WrittenLanguage language) {
        boolean known = language == WrittenLanguage.ENGLISH || language == WrittenLanguage.CHINESE;
        Tokenizer tokenizer = new Tokenizer(new Folding(written), language, known ? IN_PROSE : ELSEWHERE);
        tokenizer.read();
        return tokenizer.tokens;
    }

    /** The same where all stays as it is but formulas and addresses. */
    public static List<TokenInText> stretches(String written, WrittenLanguage language) {
        Tokenizer tokenizer = new Tokenizer(new Folding(written), language, AS_WRITTEN);
        tokenizer.read();
        return tokenizer.tokens;
    }

    private void read() {
        int end = sentence.text().length();
        for (int at = 0; at < end; ) {
            at = Marks.isMark(sentence.at(at)) ? stretch(at) : step(at, sentence, forms, at);
        }
    }

    /** A stretch between marks: a formula, code or an address. */
    private int stretch(int at) {
        int close = sentence.text().indexOf(Marks.END, at);
        int end = close < 0 ? sentence.text().length() : close;
        String inner = sentence.text().substring(Math.min(at + 1, end), end);
        switch (sentence.at(at)) {
            case Marks.FORMULA ->
                add(new Formula(inner), at, Math.min(end + 1, sentence.text().length()));
            case Marks.ADDRESS ->
                add(new Address(), at, Math.min(end + 1, sentence.text().length()));
            case Marks.CODE -> code(inner, at + 1);
            default -> {
                return at + 1;
            }
        }
        return end + 1;
    }

    private void code(String inner, int offset) {
        Optional<Token> sign = MentionForms.alone(inner, sentence, offset - 1);
        if (sign.isPresent()) {
            add(sign.get(), offset, offset + inner.length());
            return;
        }
        Sentence code = sentence.code(inner);
        Map<Character, List<Form>> known = forms == IN_PROSE ? IN_CODE : forms;
        last = null;
        for (int at = 0; at < inner.length(); ) {
            at = step(at, code, known, at + offset);
        }
    }

    /** Handles what is at {@code at} of {@code part}, which is at {@code place} of the sentence. */
    private int step(int at, Sentence part, Map<Character, List<Form>> known, int place) {
        int offset = place - at;
        if (Form.classOf(part.at(at)) == 'a') {
            int end = Form.classOf(part.before(at)) == 'a' ? at : PlainWords.end(at, part);
            if (end > at) {
                return word(at, end, part, offset);
            }
        }
        Found found = last == null || forms != IN_PROSE ? null : Joints.at(at, last, lastEnd - offset, part);
        if (found == null) {
            found = find(at, part, known);
        }
        if (found == null) {
            tokens.add(TokenInText.plain(part.at(at), folding.start(place), folding.start(place + 1)));
            return at + 1;
        }
        add(found.token(), place, found.end() + offset);
        return found.end();
    }

    /** A word that is nothing else stays as it is. */
    private int word(int at, int end, Sentence part, int offset) {
        for (int i = at; i < end; i++) {
            tokens.add(TokenInText.plain(part.at(i), folding.start(i + offset), folding.start(i + offset + 1)));
        }
        return end;
    }

    private static @Nullable Found find(int at, Sentence part, Map<Character, List<Form>> known) {
        char first = part.at(at);
        boolean letter = Form.classOf(first) == 'a';
        List<Form> here = known.get(letter ? first : Form.classOf(first));
        if (here == null || (letter && Form.classOf(part.before(at)) == 'a')) { // a word is read from its beginning
            return null;
        }
        for (Form form : here) {
            Found found = form.at(at, part);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private void add(Token token, int start, int end) {
        tokens.add(new TokenInText(token, ' ', folding.start(start), folding.start(end)));
        last = token;
        lastEnd = end;
    }

    private static Map<Character, List<Form>> byStart(List<Form> forms) {
        Map<Character, List<Form>> byStart = new HashMap<>();
        for (Form form : forms) {
            for (char start : form.starts().toCharArray()) {
                String firsts = start == 'a' ? LETTERS : String.valueOf(start);
                for (int i = 0; i < firsts.length(); i++) {
                    char first = firsts.charAt(i);
                    if (start != 'a' || form.startsWith(first)) {
                        byStart.computeIfAbsent(first, any -> new ArrayList<>()).add(form);
                    }
                }
            }
        }
        return byStart;
    }
}
