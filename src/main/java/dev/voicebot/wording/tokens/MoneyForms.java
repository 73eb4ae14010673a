package dev.voicebot.wording.tokens;

import dev.voicebot.wording.tokens.AmountToken.Money;
import dev.voicebot.wording.tokens.AmountToken.Scale;
import dev.voicebot.wording.tokens.Token.Numeral;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** $12.50, ¥99, €3 million, £5–10, US$5, 5$, $.99, CNY 1.25. */
final class MoneyForms {
    private static final Map<String, Currency> SIGNS = Stream.of(
                    "$ dollar dollars cent cents 美元",
                    "US$ US_dollar US_dollars cent cents 美元",
                    "HK$ Hong_Kong_dollar Hong_Kong_dollars cent cents 港元",
                    "NT$ Taiwan_dollar Taiwan_dollars - - 新台币",
                    "A$ Australian_dollar Australian_dollars cent cents 澳元",
                    "AU$ Australian_dollar Australian_dollars cent cents 澳元",
                    "C$ Canadian_dollar Canadian_dollars cent cents 加元",
                    "CA$ Canadian_dollar Canadian_dollars cent cents 加元",
                    "S$ Singapore_dollar Singapore_dollars cent cents 新加坡元",
                    "NZ$ New_Zealand_dollar New_Zealand_dollars cent cents 新西兰元",
                    "R$ real reais centavo centavos 雷亚尔",
                    "€ euro euros cent cents 欧元",
                    "£ pound pounds penny pence 英镑",
                    "¥ yuan yuan fen fen 元",
                    "CN¥ yuan yuan fen fen 元",
                    "JP¥ yen yen - - 日元",
                    "₩ won won - - 韩元",
                    "₹ rupee rupees paisa paise 卢比",
                    "₽ ruble rubles kopeck kopecks 卢布",
                    "฿ baht baht - - 泰铢",
                    "₫ dong dong - - 越南盾",
                    "₱ peso pesos centavo centavos 比索",
                    "₺ lira lira - - 里拉",
                    "₿ bitcoin bitcoins - - 比特币",
                    "¢ cent cents - - 美分",
                    "Rs rupee rupees paisa paise 卢比",
                    "Rs. rupee rupees paisa paise 卢比",
                    "USD US_dollar US_dollars cent cents 美元",
                    "CNY yuan yuan fen fen 人民币",
                    "RMB yuan yuan fen fen 人民币",
                    "EUR euro euros cent cents 欧元",
                    "GBP British_pound British_pounds penny pence 英镑",
                    "JPY Japanese_yen Japanese_yen - - 日元",
                    "HKD Hong_Kong_dollar Hong_Kong_dollars cent cents 港元",
                    "KRW won won - - 韩元",
                    "AUD Australian_dollar Australian_dollars cent cents 澳元",
                    "CAD Canadian_dollar Canadian_dollars cent cents 加元",
                    "SGD Singapore_dollar Singapore_dollars cent cents 新加坡元",
                    "CHF Swiss_franc Swiss_francs - - 瑞士法郎",
                    "INR rupee rupees paisa paise 卢比")
            .map(row -> row.split(" ", -1))
            .collect(Collectors.toUnmodifiableMap(row -> row[0], MoneyForms::currency));
    private static final Map<String, Scale> SCALES = Map.ofEntries(
            Map.entry("k", Scale.THOUSAND),
            Map.entry("K", Scale.THOUSAND),
            Map.entry("thousand", Scale.THOUSAND),
            Map.entry("m", Scale.MILLION),
            Map.entry("M", Scale.MILLION),
            Map.entry("mn", Scale.MILLION),
            Map.entry("million", Scale.MILLION),
            Map.entry("bn", Scale.BILLION),
            Map.entry("b", Scale.BILLION),
            Map.entry("B", Scale.BILLION),
            Map.entry("billion", Scale.BILLION),
            Map.entry("T", Scale.TRILLION),
            Map.entry("trillion", Scale.TRILLION),
            Map.entry("千", Scale.THOUSAND),
            Map.entry("万", Scale.TEN_THOUSAND),
            Map.entry("百万", Scale.MILLION),
            Map.entry("千万", Scale.TEN_MILLION),
            Map.entry("亿", Scale.HUNDRED_MILLION),
            Map.entry("十亿", Scale.BILLION),
            Map.entry("万亿", Scale.TRILLION));
    private static final Pattern JAPAN = Pattern.compile(
            "(?i)\\b(?:japan|japanese|yen|tokyo|osaka|kyoto|nikkei|nintendo|sony|toyota|honda|softbank)\\b|日元|日本|东京|大阪|京都");
    /** Words of sentences in which $1 is an argument or a field. */
    private static final Pattern SHELL = Pattern.compile(
            "(?i)\\b(?:awk|bash|sed|positional|parameters?|arguments?|regex|capturing|placeholders?|shell scripts?)\\b|参数|变量|字段|脚本|占位符|捕获");

    private static final String CODE = "(?:USD|CNY|RMB|EUR|GBP|JPY|HKD|KRW|AUD|CAD|SGD|CHF|INR|Rs\\.?)";
    private static final String SIGN =
            "((?:(?:US|HK|NT|AU|CA|NZ|A|C|S|R)?\\$|(?:CN|JP)?¥|[€£₩₹₽฿₫₱₺₿])\\s?|" + CODE + "\\s?)";
    /** 1.299,00 or 12,50, as most of Europe writes. */
    private static final String CONTINENTAL = "\\d{1,3}(?:\\.\\d{3})+(?:,\\d{2})?|\\d{1,6},\\d{2}";

    private static final String MINUS = "([-−]?)";
    private static final String SCALE =
            "(\\s?(?:thousand|million|billion|trillion|bn|mn|[kKmMbBT])(?!\\p{Alpha})|\\s?(?:[百千十]?万|万?亿|十亿|千)|)";
    private static final String UNIT_ITSELF =
            "(\\s?(?:元|块钱?|人民币|美元|美金|欧元|英镑|日元|港[元币]|dollars?|euros?|pounds|yuan|yen|bucks|" + CODE
                    + ")(?!\\p{Alpha})|)";
    private static final String WHOLE = "(?![\\p{Alpha}\\d_^])";

    static final List<Form> FORMS = List.of(
            Form.of(
                    "€",
                    "(€) ?(" + CONTINENTAL + ")()" + UNIT_ITSELF + "(?![\\p{Alnum}_])",
                    (match, sentence) -> amount(match, sentence, 1, 2, false)),
            Form.of("0", Form.BEGINNING + "(" + CONTINENTAL + ")()\\s?(€|EUR)(?!\\p{Alnum})", MoneyForms::behind)
                    .goingOnWith(".,")
                    .needing("€E"),
            Form.of(
                            "$€£¥₩₹₽฿₫₱₺₿a",
                            "(?<!\\p{Alpha})" + SIGN + Form.A_NUMBER + SCALE + "\\s?" + Form.DASH + "\\s?(?!" + SIGN
                                    + ")" + Form.A_NUMBER + SCALE + UNIT_ITSELF + WHOLE,
                            MoneyForms::range)
                    .startingWith("UHNACSRJEGKI")
                    .needing("0"),
            Form.of(
                            "-−",
                            "(?<![\\p{Alnum})%])([-−])" + SIGN + Form.A_NUMBER + SCALE + UNIT_ITSELF + WHOLE,
                            (match, sentence) -> amount(match, sentence, 2, 3, true))
                    .needing("0"),
            Form.of(
                            "$€£¥₩₹₽฿₫₱₺₿a",
                            "(?<!\\p{Alpha})" + SIGN + MINUS + Form.A_NUMBER + SCALE + UNIT_ITSELF + WHOLE,
                            (match, sentence) -> amount(
                                    match, sentence, 1, 3, !match.group(2).isEmpty()))
                    .startingWith("UHNACSRJEGKI")
                    .needing("0"),
            Form.of(
                            "0",
                            Form.BEGINNING + Form.A_NUMBER
                                    + "(\\s?(?:[kKmMbB](?=[$€£¥])|[万亿]|million|billion)|)\\s?([$€£¥₩₹₽฿₫₱₺₿¢])(?![\\d\\p{Alpha}]|\\s?\\.?\\d)",
                            MoneyForms::behind)
                    .needing("$€£¥₩₹₽฿₫₱₺₿¢"),
            Form.of(
                            "0",
                            Form.BEGINNING + Form.A_NUMBER + "(\\s?(?:million|billion|[万亿])|)\\s?(" + CODE
                                    + ")(?![\\p{Alnum}/_-])",
                            MoneyForms::behind)
                    .needing("UCREGJHKASI"));

    private MoneyForms() {}

    private static Currency currency(String[] row) {
        return new Currency(word(row[1]), word(row[2]), word(row[3]), word(row[4]), row[5]);
    }

    private static String word(String cell) {
        return cell.equals("-") ? "" : cell.replace('_', ' ');
    }

    private static @Nullable Token range(MatchResult match, Sentence sentence) {
        if (sentence.at(match.end()) == '=') {
            return null;
        }
        return new Money(
                Optional.of(Numeral.of(match.group(2))),
                Numeral.of(match.group(5)),
                scale(Form.group(match, 6).isEmpty() ? Form.group(match, 3) : match.group(6)),
                of(match.group(1), sentence));
    }

    private static Token amount(MatchResult match, Sentence sentence, int sign, int number, boolean negative) {
        if (match.group().matches("\\$\\d") && SHELL.matcher(sentence.text()).find()) {
            return Token.Sequence.of(new Token.Phrase("dollar ", " dollar "), Numeral.of(match.group(number)));
        }
        return new Money(
                Optional.empty(),
                Numeral.of(match.group(number)).below(negative),
                scale(Form.group(match, number + 1)),
                of(match.group(sign), sentence));
    }

    private static @Nullable Token behind(MatchResult match, Sentence sentence) {
        if (sentence.before(match.start()) == '%') { // %2$s
            return null;
        }
        return new Money(
                Optional.empty(),
                Numeral.of(match.group(1)),
                scale(Form.group(match, 2)),
                of(match.group(3), sentence));
    }

    private static Scale scale(String written) {
        return SCALES.getOrDefault(written.strip(), Scale.NONE);
    }

    private static Currency of(String sign, Sentence sentence) {
        boolean yen = sign.strip().equals("¥") && JAPAN.matcher(sentence.text()).find();
        Currency currency = SIGNS.get(yen ? "JP¥" : sign.strip());
        return currency == null ? SIGNS.getOrDefault("$", new Currency("", "", "", "", "")) : currency;
    }
}
