package dev.voicebot.wording.tokens;

import java.util.Optional;
import java.util.OptionalInt;

/** When something is: a day, a year, a time of day. */
public interface TimeToken extends Token {
    /** Where a date has its day. */
    enum DayPlace {
        BEHIND_MONTH,
        BEFORE_MONTH,
        /** Before it, and behind an article. */
        BEHIND_ARTICLE
    }

    /** A day, a month or a year; parts that are not written are empty. A year keeps its digits: 05. */
    record CalendarDate(Optional<String> year, OptionalInt month, OptionalInt day, DayPlace place, boolean timeFollows)
            implements TimeToken {
        @Override
        public String said(Verbalizer tongue) {
            return tongue.date(this);
        }
    }

    /** A year and how it is counted: BC and the like; empty for the usual. */
    record Year(String digits, Era era) implements TimeToken {
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
    record Decade(String digits) implements TimeToken {
        @Override
        public String said(Verbalizer tongue) {
            return tongue.decade(this);
        }
    }

    /** The third quarter of a year. */
    record QuarterOfYear(String quarter, Optional<String> year) implements TimeToken {
        @Override
        public String said(Verbalizer tongue) {
            return tongue.quarter(this);
        }
    }

    /** A time of day, or of a race. */
    record Clock(int hour, int minute, OptionalInt second, Half half, String zone, boolean wholeHourBare)
            implements TimeToken {
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
}
