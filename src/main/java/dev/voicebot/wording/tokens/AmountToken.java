package dev.voicebot.wording.tokens;

import java.util.Optional;

/** How much of something there is. */
public interface AmountToken extends Token {
    /** A number, or a stretch of them, of a unit, per another one; {@code per} is empty for none. */
    record Quantity(Optional<Numeral> from, Numeral amount, Unit unit, String per) implements AmountToken {
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
    record Money(Optional<Numeral> from, Numeral amount, Scale scale, Currency currency) implements AmountToken {
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
}
