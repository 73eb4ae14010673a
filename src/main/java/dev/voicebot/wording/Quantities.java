package dev.voicebot.wording;

import static dev.voicebot.wording.WrittenForm.NUMBER;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Numbers with a unit: 3.5GB, 5–10 km, 120 km/h, -3°C, 50%, 3x. */
final class Quantities {
    /** A unit as it is written, one and many of it in English, and in Chinese. */
    private record Unit(String sign, String one, String many, String chinese) {}

    private static final List<Unit> UNITS = Stream.of(
                    "mm millimeter millimeters 毫米",
                    "cm centimeter centimeters 厘米",
                    "m meter meters 米",
                    "km kilometer kilometers 公里",
                    "nm nanometer nanometers 纳米",
                    "μm micrometer micrometers 微米",
                    "µm micrometer micrometers 微米",
                    "ft foot feet 英尺",
                    "yd yard yards 码",
                    "mi mile miles 英里",
                    "m² square_meter square_meters 平方米",
                    "m2 square_meter square_meters 平方米",
                    "m^2 square_meter square_meters 平方米",
                    "cm² square_centimeter square_centimeters 平方厘米",
                    "km² square_kilometer square_kilometers 平方公里",
                    "km2 square_kilometer square_kilometers 平方公里",
                    "m³ cubic_meter cubic_meters 立方米",
                    "m3 cubic_meter cubic_meters 立方米",
                    "cm³ cubic_centimeter cubic_centimeters 立方厘米",
                    "mg milligram milligrams 毫克",
                    "g gram grams 克",
                    "kg kilogram kilograms 公斤",
                    "lb pound pounds 磅",
                    "lbs pound pounds 磅",
                    "oz ounce ounces 盎司",
                    "ml milliliter milliliters 毫升",
                    "mL milliliter milliliters 毫升",
                    "L liter liters 升",
                    "kB kilobyte kilobytes 千字节",
                    "KB kilobyte kilobytes 千字节",
                    "MB megabyte megabytes 兆字节",
                    "GB gigabyte gigabytes 吉字节",
                    "TB terabyte terabytes 太字节",
                    "PB petabyte petabytes 拍字节",
                    "KiB kibibyte kibibytes 千字节",
                    "MiB mebibyte mebibytes 兆字节",
                    "GiB gibibyte gibibytes 吉字节",
                    "TiB tebibyte tebibytes 太字节",
                    "kbps kilobit_per_second kilobits_per_second 千比特每秒",
                    "Kbps kilobit_per_second kilobits_per_second 千比特每秒",
                    "Mbps megabit_per_second megabits_per_second 兆比特每秒",
                    "Gbps gigabit_per_second gigabits_per_second 吉比特每秒",
                    "Hz hertz hertz 赫兹",
                    "kHz kilohertz kilohertz 千赫兹",
                    "MHz megahertz megahertz 兆赫兹",
                    "GHz gigahertz gigahertz 吉赫兹",
                    "W watt watts 瓦",
                    "kW kilowatt kilowatts 千瓦",
                    "MW megawatt megawatts 兆瓦",
                    "GW gigawatt gigawatts 吉瓦",
                    "kWh kilowatt_hour kilowatt_hours 千瓦时",
                    "mAh milliamp_hour milliamp_hours 毫安时",
                    "mA milliampere milliamperes 毫安",
                    "V volt volts 伏",
                    "mV millivolt millivolts 毫伏",
                    "kV kilovolt kilovolts 千伏",
                    "ns nanosecond nanoseconds 纳秒",
                    "μs microsecond microseconds 微秒",
                    "µs microsecond microseconds 微秒",
                    "us microsecond microseconds 微秒",
                    "ms millisecond milliseconds 毫秒",
                    "s second seconds 秒",
                    "sec second seconds 秒",
                    "min minute minutes 分钟",
                    "mins minute minutes 分钟",
                    "h hour hours 小时",
                    "hr hour hours 小时",
                    "hrs hour hours 小时",
                    "°C degree_Celsius degrees_Celsius 摄氏度",
                    "℃ degree_Celsius degrees_Celsius 摄氏度",
                    "°F degree_Fahrenheit degrees_Fahrenheit 华氏度",
                    "℉ degree_Fahrenheit degrees_Fahrenheit 华氏度",
                    "° degree degrees 度",
                    "mph mile_per_hour miles_per_hour 英里每小时",
                    "ha hectare hectares 公顷",
                    "Pa pascal pascals 帕",
                    "hPa hectopascal hectopascals 百帕",
                    "kPa kilopascal kilopascals 千帕",
                    "kcal kilocalorie kilocalories 千卡",
                    "cal calorie calories 卡",
                    "kJ kilojoule kilojoules 千焦",
                    "dB decibel decibels 分贝",
                    "px pixel pixels 像素",
                    "fps frame_per_second frames_per_second 帧每秒",
                    "rpm revolution_per_minute revolutions_per_minute 转每分钟",
                    "ppm part_per_million parts_per_million ppm",
                    "x time times 倍")
            .map(Quantities::unit)
            .toList();
    private static final Map<String, Unit> BY_SIGN =
            UNITS.stream().collect(Collectors.toUnmodifiableMap(Unit::sign, Function.identity()));
    private static final String UNIT = UNITS.stream()
            .map(Unit::sign)
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(?:", ")"));
    private static final String PER =
            "(?:day|week|month|year|hour|minute|second|person|km|kg|mL|ml|L|dL|min|s|h|m²|m³|m)";
    private static final String MINUS = "((?<![\\p{Alnum})])[-−]|)";
    private static final String DASH = "\\s?[-–—~～]\\s?";
    private static final String BEGINNING = "(?<![\\p{Alpha}\\d_.])";
    private static final String END = "(?![\\p{Alpha}\\d_²³])";

    static final List<WrittenForm> FORMS = List.of(
            WrittenForm.of(
                    "0-−",
                    BEGINNING + MINUS + "(" + NUMBER + ")\\s?[%％]?" + DASH + "([-−]?)(" + NUMBER + ")\\s?[%％]",
                    Quantities::percentRange),
            WrittenForm.of("0-−", BEGINNING + MINUS + "(" + NUMBER + ")\\s?[%％]", Quantities::percent),
            WrittenForm.of(
                    "0-−",
                    BEGINNING + MINUS + "(" + NUMBER + ")(?:\\s?" + UNIT + ")?" + DASH + "([-−]?)(" + NUMBER + ")\\s?("
                            + UNIT + ")(?:/(" + PER + ")|())" + END,
                    Quantities::range),
            WrittenForm.of(
                    "0-−",
                    BEGINNING + MINUS + "(" + NUMBER + ")(\\s?)(" + UNIT + ")(?:/(" + PER + ")|())" + END,
                    Quantities::quantity));

    private Quantities() {}

    private static Unit unit(String row) {
        String[] parts = row.split(" ", -1);
        return new Unit(parts[0], parts[1].replace('_', ' '), parts[2].replace('_', ' '), parts[3]);
    }

    private static String percentRange(MatchResult match, Tongue tongue) {
        String from = match.group(2);
        String to = match.group(4);
        return tongue.isChinese()
                ? chinesePercent(match.group(1), from) + "到" + chinesePercent(match.group(3), to)
                : minus(match.group(1), tongue) + WrittenForm.plain(from) + " to " + minus(match.group(3), tongue)
                        + WrittenForm.plain(to) + " percent";
    }

    private static String percent(MatchResult match, Tongue tongue) {
        return tongue.isChinese()
                ? chinesePercent(match.group(1), match.group(2))
                : minus(match.group(1), tongue) + WrittenForm.plain(match.group(2)) + " percent";
    }

    private static String chinesePercent(String minus, String number) {
        return minus(minus, Tongue.CHINESE) + "百分之" + ChineseNumber.of(WrittenForm.plain(number));
    }

    private static String range(MatchResult match, Tongue tongue) {
        Unit unit = unitOf(match.group(5));
        String from = below(match.group(1), unit, tongue) + WrittenForm.plain(match.group(2));
        String to = below(match.group(3), unit, tongue) + WrittenForm.plain(match.group(4));
        return with(from + tongue.choose(" to ", "到") + to, false, unit, per(match, 6), tongue);
    }

    private static String quantity(MatchResult match, Tongue tongue) {
        String number = WrittenForm.plain(match.group(2));
        if (isDecade(number, match.group(3), match.group(4))) {
            return match.group();
        }
        Unit unit = unitOf(match.group(4));
        return with(below(match.group(1), unit, tongue) + number, number.equals("1"), unit, per(match, 5), tongue);
    }

    /** The 80s, 1990s. */
    private static boolean isDecade(String number, String space, String unit) {
        return unit.equals("s") && space.isEmpty() && number.matches("(?:\\d\\d)?\\d0");
    }

    private static String with(String number, boolean one, Unit unit, String per, Tongue tongue) {
        if (!tongue.isChinese()) {
            return number + " " + (one ? unit.one() : unit.many()) + (per.isEmpty() ? "" : " per " + english(per));
        }
        return (per.isEmpty() ? "" : "每" + chinese(per)) + number + unit.chinese();
    }

    private static String per(MatchResult match, int group) {
        return match.start(group) < 0 ? "" : match.group(group);
    }

    private static String english(String per) {
        Unit unit = BY_SIGN.get(per);
        return unit == null ? per : unit.one();
    }

    private static String chinese(String per) {
        Unit unit = BY_SIGN.get(per);
        return unit != null
                ? unit.chinese()
                : switch (per) {
                    case "day" -> "天";
                    case "week" -> "周";
                    case "month" -> "月";
                    case "year" -> "年";
                    case "hour" -> "小时";
                    case "minute" -> "分钟";
                    case "second" -> "秒";
                    case "person" -> "人";
                    default -> per;
                };
    }

    private static Unit unitOf(String sign) {
        return BY_SIGN.getOrDefault(sign, new Unit(sign, sign, sign, sign));
    }

    private static String below(String minus, Unit unit, Tongue tongue) {
        boolean cold = unit.chinese().equals("摄氏度");
        return minus.isEmpty() || !cold || !tongue.isChinese() ? minus(minus, tongue) : "零下";
    }

    private static String minus(String sign, Tongue tongue) {
        return sign.isEmpty() ? "" : tongue.choose("minus ", "负");
    }
}
