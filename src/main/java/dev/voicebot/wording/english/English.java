package dev.voicebot.wording.english;

import dev.voicebot.wording.formula.FormulaReader;
import dev.voicebot.wording.tokens.AmountToken.Money;
import dev.voicebot.wording.tokens.AmountToken.Quantity;
import dev.voicebot.wording.tokens.AmountToken.Scale;
import dev.voicebot.wording.tokens.Currency;
import dev.voicebot.wording.tokens.Sign;
import dev.voicebot.wording.tokens.TimeToken.CalendarDate;
import dev.voicebot.wording.tokens.TimeToken.Clock;
import dev.voicebot.wording.tokens.TimeToken.DayPlace;
import dev.voicebot.wording.tokens.TimeToken.Decade;
import dev.voicebot.wording.tokens.TimeToken.Half;
import dev.voicebot.wording.tokens.TimeToken.QuarterOfYear;
import dev.voicebot.wording.tokens.TimeToken.Year;
import dev.voicebot.wording.tokens.Token.Between;
import dev.voicebot.wording.tokens.Token.DigitStyle;
import dev.voicebot.wording.tokens.Token.Digits;
import dev.voicebot.wording.tokens.Token.Fraction;
import dev.voicebot.wording.tokens.Token.Numeral;
import dev.voicebot.wording.tokens.Token.Ordinal;
import dev.voicebot.wording.tokens.Token.Version;
import dev.voicebot.wording.tokens.Unit;
import dev.voicebot.wording.tokens.Units;
import dev.voicebot.wording.tokens.Verbalizer;
import java.util.stream.Collectors;

/** Says tokens in American English. */
public final class English implements Verbalizer {
    private static final int MOST_DIGITS = 15; // a voice that counts loses its way in more
    private static final String[] MONTHS = ("January February March April May June July August September October"
                    + " November December")
            .split(" ", -1);

    private final boolean words;
    private final EnglishFormula formula;

    /** {@code words}: whether plain numbers are words too, for a voice that cannot be trusted with digits. */
    public English(boolean words) {
        this.words = words;
        this.formula = new EnglishFormula(this);
    }

    /** A number without a sign. */
    String cardinal(String digits) {
        return words || digits.length() > MOST_DIGITS || digits.startsWith(".") ? EnglishNumber.of(digits) : digits;
    }

    private String cardinal(int number) {
        return cardinal(Integer.toString(number));
    }

    @Override
    public String numeral(Numeral numeral) {
        return (numeral.negative() ? "minus " : "") + cardinal(numeral.digits());
    }

    @Override
    public String pair() {
        return cardinal(2);
    }

    @Override
    public String quantity(Quantity quantity) {
        Unit unit = quantity.unit();
        boolean one = quantity.amount().isOne()
                && !quantity.amount().negative()
                && quantity.from().isEmpty();
        String per = quantity.per().isEmpty() ? "" : " per " + per(quantity.per());
        String from = quantity.from().map(number -> numeral(number) + " to ").orElse("");
        return from + numeral(quantity.amount()) + " " + (one && !unit.equals(Unit.TIMES) ? unit.one() : unit.many())
                + per;
    }

    private static String per(String per) {
        boolean squared = per.endsWith("²") || per.endsWith("^2") || per.endsWith("s2");
        return per.startsWith("s") && squared ? "second squared" : Units.perEnglish(per);
    }

    @Override
    public String money(Money money) {
        Currency currency = money.currency();
        String scale = money.scale() == Scale.NONE ? "" : " " + money.scale().english();
        Numeral amount = money.amount();
        if (money.from().isPresent()) {
            Numeral from = money.from().get();
            boolean cents = from.digits().contains(".") || amount.digits().contains(".");
            return cents && scale.isEmpty()
                    ? whole(from, currency) + " to " + whole(amount, currency)
                    : numeral(from) + " to " + numeral(amount) + scale + " " + currency.many();
        }
        return scale.isEmpty() ? whole(amount, currency) : numeral(amount) + scale + " " + currency.many();
    }

    /** With its hundredths. */
    private String whole(Numeral amount, Currency currency) {
        String minus = amount.negative() ? "minus " : "";
        String digits = amount.digits();
        int point = digits.indexOf('.');
        String units = point < 0 ? digits : digits.substring(0, point);
        String part = point < 0 ? "" : digits.substring(point + 1).replaceFirst("0+$", "");
        if (part.length() > 2 || (!part.isEmpty() && currency.cents().isEmpty())) {
            return minus + cardinal(digits.replaceFirst("0+$", "").replaceFirst("^\\.", "0.")) + " " + currency.many();
        }
        int cents = part.isEmpty() ? 0 : Integer.parseInt((part + "0").substring(0, 2));
        boolean none = units.isEmpty() || units.matches("0+");
        String hundredths = cents == 0 ? "" : cardinal(cents) + " " + (cents == 1 ? currency.cent() : currency.cents());
        if (none && cents > 0) {
            return minus + hundredths;
        }
        String amountOfUnits =
                cardinal(none ? "0" : units) + " " + (units.equals("1") ? currency.one() : currency.many());
        return minus + amountOfUnits + (cents == 0 ? "" : " " + hundredths);
    }

    @Override
    public String date(CalendarDate date) {
        String year = date.year().map(EnglishNumber::year).orElse("");
        String month = MONTHS[date.month().orElse(1) - 1];
        if (date.day().isEmpty()) {
            return month + " " + year;
        }
        String day = EnglishNumber.ordinal(Integer.toString(date.day().getAsInt()));
        String at = date.timeFollows() ? " at " : "";
        if (date.place() != DayPlace.BEHIND_MONTH) {
            String article = date.place() == DayPlace.BEFORE_MONTH ? "the " : "";
            return (article + day + " of " + month + " " + year).strip() + at;
        }
        return month + " " + day + (year.isEmpty() ? "" : ", " + year) + at;
    }

    @Override
    public String year(Year year) {
        String said = EnglishNumber.year(year.digits());
        return said
                + switch (year.era()) {
                    case USUAL -> "";
                    case BEFORE_CHRIST -> " BC";
                    case AFTER_CHRIST -> " AD";
                };
    }

    @Override
    public String decade(Decade decade) {
        return EnglishNumber.decade(decade.digits());
    }

    @Override
    public String quarter(QuarterOfYear quarter) {
        return "the " + EnglishNumber.ordinal(quarter.quarter()) + " quarter"
                + quarter.year().map(year -> " of " + EnglishNumber.year(year)).orElse("");
    }

    @Override
    public String clock(Clock clock) {
        String half = clock.half() == Half.UNKNOWN ? "" : clock.half() == Half.MORNING ? " AM" : " PM";
        String zone = clock.zone().isEmpty() ? "" : " " + clock.zone();
        if (clock.second().isPresent()) {
            return count(clock.hour(), "hour") + " " + count(clock.minute(), "minute") + " and "
                    + count(clock.second().getAsInt(), "second") + half + zone;
        }
        String minutes = clock.minute() == 0
                ? half.isEmpty() ? " o'clock" : ""
                : clock.minute() < 10 ? " oh " + cardinal(clock.minute()) : minutes(clock.minute());
        return cardinal(clock.hour()) + minutes + half + zone;
    }

    private String minutes(int minute) {
        return words ? " " + cardinal(minute) : ":" + minute;
    }

    private String count(int count, String unit) {
        return cardinal(count) + " " + unit + (count == 1 ? "" : "s");
    }

    @Override
    public String ordinal(Ordinal ordinal) {
        return EnglishNumber.ordinal(ordinal.digits());
    }

    @Override
    public String fraction(Fraction fraction) {
        String whole = fraction.whole().isEmpty() ? "" : cardinal(fraction.whole()) + " and ";
        String part = ratio(fraction.above(), fraction.below());
        return (fraction.negative() ? "minus " : "")
                + (whole.isEmpty() ? part : whole + part.replaceFirst("^one (?=half)", "a "));
    }

    String ratio(String above, String below) {
        int count = Integer.parseInt(above);
        int parts = Integer.parseInt(below);
        if (parts < 2 || (parts > 100 && !below.matches("10{3,6}")) || (count > 100 && count >= parts)) {
            return cardinal(above) + " over " + cardinal(below);
        }
        String name =
                parts == 2 ? count == 1 ? "half" : "halve" : parts == 4 ? "quarter" : EnglishNumber.ordinal(below);
        String number = count < 100 ? EnglishNumber.of(above) : cardinal(above);
        return number + " " + name + (count == 1 ? "" : "s");
    }

    @Override
    public String between(Between between) {
        String link = switch (between.link()) {
            case SCORE -> between.numbers().get(0).equals(between.numbers().get(1)) && isEven(between) ? " " : " to ";
            case RANGE -> " to ";
            case OUT_OF -> " out of ";
            case BY -> " by ";
        };
        return between.numbers().stream().map(this::numeral).collect(Collectors.joining(link));
    }

    /** Fifty-fifty. */
    private static boolean isEven(Between between) {
        return between.numbers().get(0).digits().length() > 1;
    }

    @Override
    public String digits(Digits digits) {
        if (digits.style() == DigitStyle.DOTTED) {
            return digits.groups().stream().map(this::cardinal).collect(Collectors.joining(" dot "));
        }
        String groups = digits.groups().stream().map(this::spelt).collect(Collectors.joining(", "));
        return digits.plus() ? "plus " + groups : groups;
    }

    private String spelt(String characters) {
        return characters
                .chars()
                .mapToObj(c -> words && Character.isDigit(c)
                        ? EnglishNumber.digits(Character.toString(c))
                        : Character.toString(c))
                .collect(Collectors.joining(" "));
    }

    @Override
    public String version(Version version) {
        String[] parts = version.number().split("\\.", -1);
        String number = parts.length == 2
                ? cardinal(version.number())
                : java.util.Arrays.stream(parts).map(this::cardinal).collect(Collectors.joining(" point "));
        return (version.named() ? "version " : "") + number;
    }

    @Override
    public String sign(Sign sign) {
        return EnglishSigns.NAMES.getOrDefault(sign, "");
    }

    @Override
    public String phrase(String english, String chinese) {
        return english;
    }

    @Override
    public String formula(String source) {
        return " " + FormulaReader.say(source, formula) + " ";
    }
}
