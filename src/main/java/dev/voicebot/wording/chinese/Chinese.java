package dev.voicebot.wording.chinese;

import dev.voicebot.wording.formula.FormulaReader;
import dev.voicebot.wording.tokens.AmountToken.Money;
import dev.voicebot.wording.tokens.AmountToken.Quantity;
import dev.voicebot.wording.tokens.AmountToken.Scale;
import dev.voicebot.wording.tokens.Sign;
import dev.voicebot.wording.tokens.TimeToken.CalendarDate;
import dev.voicebot.wording.tokens.TimeToken.Clock;
import dev.voicebot.wording.tokens.TimeToken.Decade;
import dev.voicebot.wording.tokens.TimeToken.Half;
import dev.voicebot.wording.tokens.TimeToken.QuarterOfYear;
import dev.voicebot.wording.tokens.TimeToken.Year;
import dev.voicebot.wording.tokens.Token.Between;
import dev.voicebot.wording.tokens.Token.DigitStyle;
import dev.voicebot.wording.tokens.Token.Digits;
import dev.voicebot.wording.tokens.Token.Fraction;
import dev.voicebot.wording.tokens.Token.Link;
import dev.voicebot.wording.tokens.Token.Numeral;
import dev.voicebot.wording.tokens.Token.Ordinal;
import dev.voicebot.wording.tokens.Token.Version;
import dev.voicebot.wording.tokens.Unit;
import dev.voicebot.wording.tokens.Units;
import dev.voicebot.wording.tokens.Verbalizer;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Says tokens in Mandarin Chinese. */
public final class Chinese implements Verbalizer {
    private static final int MOST_DIGITS = 15;
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final BigDecimal HUNDRED_MILLION = BigDecimal.valueOf(100_000_000);

    private final boolean words;
    private final ChineseFormula formula;

    /** {@code words}: whether plain numbers are characters too, for a voice that cannot be trusted with digits. */
    public Chinese(boolean words) {
        this.words = words;
        this.formula = new ChineseFormula(this);
    }

    /** A number without a sign. */
    String cardinal(String digits) {
        return words || digits.length() > MOST_DIGITS || digits.startsWith(".") ? ChineseNumber.of(digits) : digits;
    }

    private String cardinal(int number) {
        return cardinal(Integer.toString(number));
    }

    @Override
    public String numeral(Numeral numeral) {
        return (numeral.negative() ? "负" : "") + cardinal(numeral.digits());
    }

    @Override
    public String pair() {
        return words ? "两" : "2";
    }

    @Override
    public String quantity(Quantity quantity) {
        Unit unit = quantity.unit();
        if (unit.isShare()) {
            String from =
                    quantity.from().map(number -> share(number, unit) + "到").orElse("");
            return from + share(quantity.amount(), unit);
        }
        String from = quantity.from().map(number -> below(number, unit) + "到").orElse("");
        boolean thaws = unit.isTemperature()
                && quantity.from().filter(Numeral::negative).isPresent()
                && !quantity.amount().negative();
        String said = from + (thaws ? "零上" : "") + below(quantity.amount(), unit) + unit.chinese();
        return quantity.per().isEmpty() ? said : per(said, quantity.per());
    }

    private static String per(String said, String per) {
        boolean squared = per.startsWith("s") && (per.endsWith("²") || per.endsWith("^2") || per.endsWith("s2"));
        return squared ? said + "每二次方秒" : "每" + Units.perChinese(per) + said;
    }

    private static String share(Numeral number, Unit unit) {
        return (number.negative() ? "负" : "") + unit.chinese() + ChineseNumber.of(number.digits());
    }

    private String below(Numeral number, Unit unit) {
        if (number.digits().equals("2") && !number.negative() && !unit.isTemperature()) {
            return pair();
        }
        return number.negative() && unit.isTemperature() ? "零下" + cardinal(number.digits()) : numeral(number);
    }

    @Override
    public String money(Money money) {
        String from =
                money.from().map(number -> scaled(number, money.scale()) + "到").orElse("");
        return from + scaled(money.amount(), money.scale()) + money.currency().chinese();
    }

    /** Chinese counts in 万 and 亿: 1.2 billion is 12亿, 15k is 1.5万. */
    private String scaled(Numeral amount, Scale scale) {
        BigDecimal value = new BigDecimal(amount.digits()).scaleByPowerOfTen(scale.zeros());
        Scale counted = scale.isCountedInChinese()
                ? scale
                : value.compareTo(HUNDRED_MILLION) >= 0
                        ? Scale.HUNDRED_MILLION
                        : value.compareTo(TEN_THOUSAND) >= 0 ? Scale.TEN_THOUSAND : Scale.NONE;
        BigDecimal count = value.scaleByPowerOfTen(-counted.zeros()).stripTrailingZeros();
        return (amount.negative() ? "负" : "") + cardinal(count.toPlainString()) + counted.chinese();
    }

    @Override
    public String date(CalendarDate date) {
        String year =
                date.year().map(digits -> ChineseNumber.digits(digits) + "年").orElse("");
        String month = date.month().isPresent() ? cardinal(date.month().getAsInt()) + "月" : "";
        String day = date.day().isPresent() ? cardinal(date.day().getAsInt()) + "日" : "";
        return year + month + day;
    }

    @Override
    public String year(Year year) {
        return switch (year.era()) {
            case USUAL -> ChineseNumber.digits(year.digits());
            case BEFORE_CHRIST -> "公元前" + ChineseNumber.digits(year.digits()) + "年";
            case AFTER_CHRIST -> "公元" + ChineseNumber.digits(year.digits()) + "年";
        };
    }

    @Override
    public String decade(Decade decade) {
        String digits = decade.digits();
        String tens = ChineseNumber.of(digits.substring(digits.length() - 2));
        return (digits.length() == 4 ? ChineseNumber.of(century(digits)) + "世纪" : "") + tens + "年代";
    }

    private static String century(String digits) {
        return Integer.toString(Integer.parseInt(digits.substring(0, 2)) + 1);
    }

    @Override
    public String quarter(QuarterOfYear quarter) {
        return quarter.year().map(year -> ChineseNumber.digits(year) + "年").orElse("") + "第"
                + ChineseNumber.of(quarter.quarter()) + "季度";
    }

    @Override
    public String clock(Clock clock) {
        String half = clock.half() == Half.UNKNOWN ? "" : clock.half() == Half.MORNING ? "上午" : "下午";
        boolean whole = clock.minute() == 0 && clock.second().isEmpty();
        String minutes = whole
                ? clock.wholeHourBare() ? "" : "整"
                : (clock.minute() > 0 && clock.minute() < 10 ? "零" : "") + cardinal(clock.minute()) + "分";
        String seconds = clock.second().isPresent() ? cardinal(clock.second().getAsInt()) + "秒" : "";
        return half + cardinal(clock.hour()) + "点" + minutes + seconds
                + (clock.zone().isEmpty() ? "" : " " + clock.zone());
    }

    @Override
    public String ordinal(Ordinal ordinal) {
        return "第" + cardinal(ordinal.digits());
    }

    @Override
    public String fraction(Fraction fraction) {
        String minus = fraction.negative() ? "负" : "";
        String part = ratio(fraction.above(), fraction.below());
        return minus + (fraction.whole().isEmpty() ? part : cardinal(fraction.whole()) + "又" + part);
    }

    static String ratio(String above, String below) {
        return ChineseNumber.of(below) + "分之" + ChineseNumber.of(above);
    }

    @Override
    public String between(Between between) {
        if (between.link() == Link.OUT_OF) {
            return ratio(
                    between.numbers().get(0).digits(), between.numbers().get(1).digits());
        }
        String link = switch (between.link()) {
            case SCORE -> "比";
            case RANGE -> "到";
            default -> "乘";
        };
        return between.numbers().stream().map(this::numeral).collect(Collectors.joining(link));
    }

    @Override
    public String digits(Digits digits) {
        String said = digits.groups().stream()
                .map(Chinese::spelt)
                .collect(Collectors.joining(digits.style() == DigitStyle.DOTTED ? "点" : "，"));
        boolean code = digits.style() == DigitStyle.CODE;
        return (digits.plus() ? "加" : "") + (code ? said.replace('一', '幺') : said);
    }

    private static String spelt(String characters) {
        StringBuilder said = new StringBuilder();
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            said.append(Character.isDigit(c) ? ChineseNumber.digits(String.valueOf(c)) : c);
        }
        return said.toString();
    }

    @Override
    public String version(Version version) {
        String[] parts = version.number().split("\\.", -1);
        String number = parts.length == 2
                ? cardinal(version.number())
                : Arrays.stream(parts).map(this::cardinal).collect(Collectors.joining("点"));
        return (version.named() ? "版本" : "") + number;
    }

    @Override
    public String sign(Sign sign) {
        return ChineseSigns.NAMES.getOrDefault(sign, "");
    }

    @Override
    public String phrase(String english, String chinese) {
        return chinese;
    }

    @Override
    public String formula(String source) {
        return FormulaReader.say(source, formula);
    }
}
