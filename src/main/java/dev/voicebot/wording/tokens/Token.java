package dev.voicebot.wording.tokens;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

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
            return new Numeral(false, written.replaceAll("[,\\s'’]", ""));
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

    /** A number, or a stretch of them, of a unit, per another one; {@code per} is empty for none. */
    record Quantity(Optional<Numeral> from, Numeral amount, Unit unit, String per) implements Token {
        @Override
        public String said(Verbalizer tongue) {
            return tongue.quantity(this);
        }
    }

    /**
     * An amount of money, or a stretch.
     *
     * @param from the lower end; empty for a single amount
     */
    record Money(Optional<Numeral> from, Numeral amount, Scale scale, Currency currency) implements Token {
        @Override
        public String said(Verbalizer tongue) {
            return tongue.money(this);
        }
    }

    /** How many times ten a number stands for. */
    enum Scale {
        NONE("", "", 0),
        THOUSAND("thousand", "千", 3),
        TEN_THOUSAND("ten thousand", "万", 4),
        MILLION("million", "百万", 6),
        TEN_MILLION("ten million", "千万", 7),
        HUNDRED_MILLION("hundred million", "亿", 8),
        BILLION("billion", "十亿", 9),
        TRILLION("trillion", "万亿", 12);

        private final String english;
        private final String chinese;
        private final int zeros;

        Scale(String english, String chinese, int zeros) {
            this.english = english;
            this.chinese = chinese;
            this.zeros = zeros;
        }

        /** Of its power of ten. */
        public int zeros() {
            return zeros;
        }

        /** Whether a Chinese speaker counts in it, whatever the number before it; else in 万 and 亿. */
        public boolean isCountedInChinese() {
            return this == NONE || this == TEN_THOUSAND || this == HUNDRED_MILLION || this == TRILLION;
        }

        public String english() {
            return english;
        }

        public String chinese() {
            return chinese;
        }
    }

    /** Where a date has its day. */
    enum DayPlace {
        BEHIND_MONTH,
        BEFORE_MONTH,
        /** Before it, and behind an article. */
        BEHIND_ARTICLE
    }

    /** A day, a month or a year; parts that are not written are empty. A year keeps its digits: 05. */
    record CalendarDate(Optional<String> year, OptionalInt month, OptionalInt day, DayPlace place, boolean timeFollows)
            implements Token {
        @Override
        public String said(Verbalizer tongue) {
            return tongue.date(this);
        }
    }

    /** A year and how it is counted: BC and the like; empty for the usual. */
    record Year(String digits, Era era) implements Token {
        @Override
        public String said(Verbalizer tongue) {
            return tongue.year(this);
        }
    }

    /** How years are counted. */
    enum Era {
        USUAL,
        BEFORE_CHRIST,
        AFTER_CHRIST
    }

    /** The 80s, the 1990s. */
    record Decade(String digits) implements Token {
        @Override
        public String said(Verbalizer tongue) {
            return tongue.decade(this);
        }
    }

    /** The third quarter of a year. */
    record QuarterOfYear(String quarter, Optional<String> year) implements Token {
        @Override
        public String said(Verbalizer tongue) {
            return tongue.quarter(this);
        }
    }

    /** A time of day, or of a race. */
    record Clock(int hour, int minute, OptionalInt second, Half half, String zone, boolean wholeHourBare)
            implements Token {
        @Override
        public String said(Verbalizer tongue) {
            return tongue.clock(this);
        }
    }

    /** Half of the day. */
    enum Half {
        UNKNOWN,
        MORNING,
        AFTERNOON
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
