package dev.voicebot.wording.tokens;

import java.util.List;

/** Something in a sentence that is not said letter by letter, as what it is. */
public interface Token {
    /** In words. A space at either end asks for a gap there between words. */
    String said(Verbalizer tongue);

    /** Whether a number is its last part, or its unit: a dash behind it may be a range. */
    default boolean isCounted() {
        return true;
    }

    /** Stays as it is written, in plain characters. */
    record Plain(String text) implements Token {
        @Override
        public String said(Verbalizer tongue) {
            return text;
        }

        @Override
        public boolean isCounted() {
            return false;
        }
    }

    /** A number; its digits have at most one point, and no commas. */
    record Numeral(boolean negative, String digits) implements Token {
        static Numeral of(String written) {
            int comma = written.length() - 3;
            if (comma > 0 && written.charAt(comma) == ',') { // 1.299,00
                return of(written.substring(0, comma).replace(".", "") + "." + written.substring(comma + 1));
            }
            StringBuilder digits = new StringBuilder(written.length());
            written.chars().filter(c -> c == '.' || Character.isDigit(c)).forEach(c -> digits.append((char) c));
            return new Numeral(false, digits.toString());
        }

        Numeral below(boolean below) {
            return below ? new Numeral(true, digits) : this;
        }

        @Override
        public String said(Verbalizer tongue) {
            return tongue.numeral(this);
        }

        /** Whether there is exactly one of it. */
        public boolean isOne() {
            return digits.equals("1");
        }
    }

    /** Two of what is counted: not the number itself. */
    record Pair() implements Token {
        @Override
        public String said(Verbalizer tongue) {
            return tongue.pair();
        }
    }

    /** 1st, 2nd. */
    record Ordinal(String digits) implements Token {
        @Override
        public String said(Verbalizer tongue) {
            return tongue.ordinal(this);
        }
    }

    /** 3/4, 2 1/2, ½; the whole is empty for none. */
    record Fraction(boolean negative, String whole, String above, String below) implements Token {
        @Override
        public String said(Verbalizer tongue) {
            return tongue.fraction(this);
        }
    }

    /** 2:1, 21:15, 50/50, 8/10: said with a word between; any of them. */
    record Between(List<Numeral> numbers, Link link) implements Token {
        @Override
        public String said(Verbalizer tongue) {
            return tongue.between(this);
        }
    }

    /** What is between two numbers. */
    enum Link {
        SCORE,
        OUT_OF,
        BY,
        RANGE
    }

    /** Groups of digits that are said one by one, with pauses between the groups. */
    record Digits(boolean plus, List<String> groups, DigitStyle style) implements Token {
        @Override
        public String said(Verbalizer tongue) {
            return tongue.digits(this);
        }
    }

    /** How digits are said one by one. */
    enum DigitStyle {
        /** Chinese says 幺 for one, as on the telephone. */
        CODE,
        /** Chinese says 一 for one. */
        NUMBER,
        /** An internet address or version: a point between the groups. */
        DOTTED
    }

    /** 1.2.3, v2.0: {@code named} with the letter v. */
    record Version(boolean named, String number) implements Token {
        @Override
        public String said(Verbalizer tongue) {
            return tongue.version(this);
        }
    }

    /** A sign that has a name. */
    record Named(Sign sign) implements Token {
        @Override
        public String said(Verbalizer tongue) {
            return tongue.sign(sign);
        }

        @Override
        public boolean isCounted() {
            return false;
        }
    }

    /** Something with words of its own in each language: an abbreviation. */
    record Phrase(String english, String chinese, boolean isCounted) implements Token {
        Phrase(String english, String chinese) {
            this(english, chinese, false);
        }

        @Override
        public String said(Verbalizer tongue) {
            return tongue.phrase(english, chinese);
        }
    }

    /** Several tokens as one. */
    record Sequence(List<Token> tokens) implements Token {
        static Sequence of(Token... tokens) {
            return new Sequence(List.of(tokens));
        }

        @Override
        public String said(Verbalizer tongue) {
            StringBuilder said = new StringBuilder();
            for (Token token : tokens) {
                String words = token.said(tongue);
                boolean gap = !said.isEmpty()
                        && !words.isEmpty()
                        && isWord(said.charAt(said.length() - 1))
                        && isWord(words.charAt(0));
                boolean twice = !said.isEmpty() && said.charAt(said.length() - 1) == ' ' && words.startsWith(" ");
                said.append(gap ? " " : "").append(twice ? words.substring(1) : words);
            }
            return said.toString();
        }

        private static boolean isWord(char c) {
            return Character.isLetterOrDigit(c) && c < 0x2E80;
        }
    }

    /** A formula, as LaTeX or as it was typed. */
    record Formula(String source) implements Token {
        @Override
        public String said(Verbalizer tongue) {
            return tongue.formula(source);
        }
    }

    /** An address on the web that is not worth saying. */
    record Address() implements Token {
        @Override
        public String said(Verbalizer tongue) {
            return tongue.sign(Sign.LINK);
        }

        @Override
        public boolean isCounted() {
            return false;
        }
    }

    /** Developers' writing, in parts that are words and signs. */
    record Code(List<Token> parts) implements Token {
        @Override
        public String said(Verbalizer tongue) {
            return new Sequence(parts).said(tongue);
        }

        @Override
        public boolean isCounted() {
            return false;
        }
    }
}
