package dev.voicebot.wording.tokens;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The units that are known, by their signs. */
public final class Units {
    // sign, one, many, in Chinese; an underscore is a space
    private static final String TABLE = """
            mm millimeter millimeters 毫米
            cm centimeter centimeters 厘米
            dm decimeter decimeters 分米
            m meter meters 米
            km kilometer kilometers 公里
            nm nanometer nanometers 纳米
            μm micrometer micrometers 微米
            ft foot feet 英尺
            yd yard yards 码
            mi mile miles 英里
            m² square_meter square_meters 平方米
            m2 square_meter square_meters 平方米
            m^2 square_meter square_meters 平方米
            mm² square_millimeter square_millimeters 平方毫米
            mm2 square_millimeter square_millimeters 平方毫米
            cm² square_centimeter square_centimeters 平方厘米
            cm2 square_centimeter square_centimeters 平方厘米
            dm² square_decimeter square_decimeters 平方分米
            km² square_kilometer square_kilometers 平方公里
            km2 square_kilometer square_kilometers 平方公里
            km^2 square_kilometer square_kilometers 平方公里
            ft² square_foot square_feet 平方英尺
            ft2 square_foot square_feet 平方英尺
            m³ cubic_meter cubic_meters 立方米
            m3 cubic_meter cubic_meters 立方米
            m^3 cubic_meter cubic_meters 立方米
            mm³ cubic_millimeter cubic_millimeters 立方毫米
            cm³ cubic_centimeter cubic_centimeters 立方厘米
            cm3 cubic_centimeter cubic_centimeters 立方厘米
            dm³ cubic_decimeter cubic_decimeters 立方分米
            km³ cubic_kilometer cubic_kilometers 立方公里
            ft³ cubic_foot cubic_feet 立方英尺
            μg microgram micrograms 微克
            mg milligram milligrams 毫克
            g gram grams 克
            kg kilogram kilograms 千克
            lb pound pounds 磅
            lbs pound pounds 磅
            oz ounce ounces 盎司
            ml milliliter milliliters 毫升
            mL milliliter milliliters 毫升
            μL microliter microliters 微升
            dL deciliter deciliters 分升
            cc cubic_centimeter cubic_centimeters 毫升
            L liter liters 升
            kB kilobyte kilobytes 千字节
            KB kilobyte kilobytes 千字节
            MB megabyte megabytes 兆字节
            GB gigabyte gigabytes 吉字节
            TB terabyte terabytes 太字节
            PB petabyte petabytes 拍字节
            KiB kibibyte kibibytes 千字节
            MiB mebibyte mebibytes 兆字节
            GiB gibibyte gibibytes 吉字节
            TiB tebibyte tebibytes 太字节
            Mb megabit megabits 兆比特
            Gb gigabit gigabits 吉比特
            kbps kilobit_per_second kilobits_per_second 千比特每秒
            Mbps megabit_per_second megabits_per_second 兆比特每秒
            Gbps gigabit_per_second gigabits_per_second 吉比特每秒
            bps bit_per_second bits_per_second 比特每秒
            Hz hertz hertz 赫兹
            kHz kilohertz kilohertz 千赫兹
            MHz megahertz megahertz 兆赫兹
            GHz gigahertz gigahertz 吉赫兹
            W watt watts 瓦
            kW kilowatt kilowatts 千瓦
            mW milliwatt milliwatts 毫瓦
            MW megawatt megawatts 兆瓦
            GW gigawatt gigawatts 吉瓦
            Wh watt_hour watt_hours 瓦时
            kWh kilowatt_hour kilowatt_hours 千瓦时
            Ah amp_hour amp_hours 安时
            mAh milliamp_hour milliamp_hours 毫安时
            mA milliampere milliamperes 毫安
            V volt volts 伏
            mV millivolt millivolts 毫伏
            kV kilovolt kilovolts 千伏
            Ω ohm ohms 欧姆
            kΩ kilohm kilohms 千欧
            MΩ megohm megohms 兆欧
            μF microfarad microfarads 微法
            pF picofarad picofarads 皮法
            nF nanofarad nanofarads 纳法
            ns nanosecond nanoseconds 纳秒
            μs microsecond microseconds 微秒
            us microsecond microseconds 微秒
            ms millisecond milliseconds 毫秒
            s second seconds 秒
            sec second seconds 秒
            secs second seconds 秒
            min minute minutes 分钟
            mins minute minutes 分钟
            h hour hours 小时
            hr hour hours 小时
            hrs hour hours 小时
            yr year years 年
            yrs year years 年
            mo month months 个月
            mos month months 个月
            wk week weeks 周
            wks week weeks 周
            °C degree_Celsius degrees_Celsius 摄氏度
            °F degree_Fahrenheit degrees_Fahrenheit 华氏度
            ° degree degrees 度
            MWh megawatt_hour megawatt_hours 兆瓦时
            GWh gigawatt_hour gigawatt_hours 吉瓦时
            TWh terawatt_hour terawatt_hours 太瓦时
            kbit kilobit kilobits 千比特
            Mbit megabit megabits 兆比特
            Gbit gigabit gigabits 吉比特
            tbsp tablespoon tablespoons 汤匙
            tsp teaspoon teaspoons 茶匙
            gal gallon gallons 加仑
            qt quart quarts 夸脱
            hp horsepower horsepower 马力
            mcg microgram micrograms 微克
            mi² square_mile square_miles 平方英里
            μA microampere microamperes 微安
            μV microvolt microvolts 微伏
            μSv microsievert microsieverts 微西弗
            mSv millisievert millisieverts 毫西弗
            mN millinewton millinewtons 毫牛
            MN meganewton meganewtons 兆牛
            N·s newton_second newton_seconds 牛秒
            rad radian radians 弧度
            THz terahertz terahertz 太赫兹
            Tbps terabit_per_second terabits_per_second 太比特每秒
            dBm dBm dBm dBm
            mph mile_per_hour miles_per_hour 英里每小时
            kph kilometer_per_hour kilometers_per_hour 公里每小时
            ha hectare hectares 公顷
            Pa pascal pascals 帕
            hPa hectopascal hectopascals 百帕
            kPa kilopascal kilopascals 千帕
            MPa megapascal megapascals 兆帕
            GPa gigapascal gigapascals 吉帕
            mmHg millimeter_of_mercury millimeters_of_mercury 毫米汞柱
            psi psi psi psi
            kcal kilocalorie kilocalories 千卡
            cal calorie calories 卡
            kJ kilojoule kilojoules 千焦
            MJ megajoule megajoules 兆焦
            J joule joules 焦耳
            kN kilonewton kilonewtons 千牛
            N·m newton_meter newton_meters 牛米
            eV electronvolt electronvolts 电子伏
            mol mole moles 摩尔
            mmol millimole millimoles 毫摩尔
            dB decibel decibels 分贝
            lm lumen lumens 流明
            lx lux lux 勒克斯
            px pixel pixels 像素
            MP megapixel megapixels 兆像素
            fps frame_per_second frames_per_second 帧每秒
            rpm revolution_per_minute revolutions_per_minute 转每分钟
            bpm beat_per_minute beats_per_minute 次每分钟
            dpi dot_per_inch dots_per_inch dpi
            ppm part_per_million parts_per_million ppm
            """;
    private static final Map<String, Unit> BY_SIGN = bySign();
    // Signs that nobody mistakes when their capitals are not as they should be.
    private static final Map<String, Unit> ANY_CASE = anyCase(
            "mm cm km kg kb mb gb tb kib mib gib kbps mbps gbps hz khz mhz ghz kwh mah db ml rpm bpm fps kpa mpa hpa"
                    .split(" ", -1));

    /** A pattern for any unit's sign. */
    static final String SIGNS = BY_SIGN.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining(
                    "|", "(?:", "|(?i:" + ANY_CASE.keySet().stream().sorted().collect(Collectors.joining("|")) + "))"));

    private Units() {}

    /** Of a sign that {@link #SIGNS} matches. */
    static Unit of(String sign) {
        Unit unit = BY_SIGN.get(sign);
        return unit != null
                ? unit
                : ANY_CASE.getOrDefault(sign.toLowerCase(Locale.ROOT), new Unit(sign, sign, sign, sign));
    }

    /** The unit behind a slash, in English: h, hour. */
    public static String perEnglish(String per) {
        Unit unit = BY_SIGN.get(per);
        return unit == null ? per : unit.one();
    }

    /** The unit behind a slash, in Chinese. */
    public static String perChinese(String per) {
        Unit unit = BY_SIGN.get(per);
        return unit != null
                ? unit.chinese().replaceFirst("^个", "")
                : switch (per) {
                    case "day", "d" -> "天";
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

    private static Map<String, Unit> bySign() {
        Map<String, Unit> units = new HashMap<>();
        for (String row : TABLE.strip().split("\n", -1)) {
            String[] cells = row.split(" ", -1);
            units.put(cells[0], new Unit(cells[0], word(cells[1]), word(cells[2]), word(cells[3])));
        }
        return units;
    }

    private static String word(String cell) {
        return cell.replace('_', ' ');
    }

    private static Map<String, Unit> anyCase(String... signs) {
        Map<String, Unit> units = new HashMap<>();
        for (String sign : signs) {
            for (Map.Entry<String, Unit> unit : BY_SIGN.entrySet()) {
                if (unit.getKey().equalsIgnoreCase(sign) && (!units.containsKey(sign) || !sign.equals("mb"))) {
                    units.put(sign, unit.getValue());
                }
            }
        }
        units.put("mb", BY_SIGN.getOrDefault("MB", Unit.TIMES));
        units.put("gb", BY_SIGN.getOrDefault("GB", Unit.TIMES));
        units.put("kb", BY_SIGN.getOrDefault("KB", Unit.TIMES));
        return units;
    }
}
