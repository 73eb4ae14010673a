package dev.voicebot.wording.tokens;

import dev.voicebot.wording.tokens.AmountToken.Money;
import dev.voicebot.wording.tokens.AmountToken.Quantity;
import dev.voicebot.wording.tokens.TimeToken.CalendarDate;
import dev.voicebot.wording.tokens.TimeToken.Clock;
import dev.voicebot.wording.tokens.TimeToken.Decade;
import dev.voicebot.wording.tokens.TimeToken.QuarterOfYear;
import dev.voicebot.wording.tokens.TimeToken.Year;
import dev.voicebot.wording.tokens.Token.Between;
import dev.voicebot.wording.tokens.Token.Digits;
import dev.voicebot.wording.tokens.Token.Fraction;
import dev.voicebot.wording.tokens.Token.Numeral;
import dev.voicebot.wording.tokens.Token.Ordinal;
import dev.voicebot.wording.tokens.Token.Version;

/** A language that tokens are said in. Each method gives words; a space at their ends asks for a gap there. */
public interface Verbalizer {
    String numeral(Numeral numeral);

    String pair();

    String quantity(Quantity quantity);

    String money(Money money);

    String date(CalendarDate date);

    String year(Year year);

    String decade(Decade decade);

    String quarter(QuarterOfYear quarter);

    String clock(Clock clock);

    String ordinal(Ordinal ordinal);

    String fraction(Fraction fraction);

    String between(Between between);

    String digits(Digits digits);

    String version(Version version);

    String sign(Sign sign);

    String phrase(String english, String chinese);

    String formula(String source);
}
