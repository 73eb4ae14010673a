package dev.voicebot.wording.chinese;

import dev.voicebot.wording.formula.FormulaVoice;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How formulas sound in Chinese. */
final class ChineseFormula implements FormulaVoice {
    private static final Map<String, String> NAMES = names("""
            = 等于
            == 等于
            + 加
            - 减
            − 减
            negative 负
            * 乘以
            × 乘以
            · 乘以
            times 乘以
            cdot 乘以
            ÷ 除以
            div 除以
            / 除以
            < 小于
            lt 小于
            > 大于
            gt 大于
            <= 小于等于
            ≤ 小于等于
            le 小于等于
            leq 小于等于
            leqslant 小于等于
            >= 大于等于
            ≥ 大于等于
            ge 大于等于
            geq 大于等于
            geqslant 大于等于
            != 不等于
            ≠ 不等于
            ne 不等于
            neq 不等于
            ≈ 约等于
            approx 约等于
            sim 约等于
            ≡ 恒等于
            equiv 恒等于
            ∝ 正比于
            propto 正比于
            ± 正负
            pm 正负
            -> 到
            => 到
            → 趋于
            to 趋于
            rightarrow 到
            Rightarrow 推出
            implies 推出
            iff 当且仅当
            Leftrightarrow 当且仅当
            mapsto 映射到
            ∞ 无穷大
            infty 无穷大
            ∈ 属于
            in 属于
            ∉ 不属于
            notin 不属于
            ⊂ 包含于
            subset 包含于
            subseteq 包含于
            ⊆ 包含于
            ∪ 并
            cup 并
            ∩ 交
            cap 交
            ∅ 空集
            emptyset 空集
            varnothing 空集
            setminus 减去
            ∀ 对任意
            forall 对任意
            ∃ 存在
            exists 存在
            ∧ 且
            land 且
            wedge 且
            ∨ 或
            lor 或
            vee 或
            ¬ 非
            neg 非
            lnot 非
            ∂ 偏
            partial 偏
            ∇ 梯度
            nabla 梯度
            circ 度
            ' 撇
            prime 撇
            ! 的阶乘
            | 在给定
            mid 在给定
            % 百分号
            … 等等
            ldots 等等
            cdots 等等
            dots 等等
            angle 角
            perp 垂直于
            parallel 平行于
            π 派
            pi 派
            α 阿尔法
            alpha 阿尔法
            β 贝塔
            beta 贝塔
            γ 伽马
            gamma 伽马
            δ 德尔塔
            delta 德尔塔
            Δ 德尔塔
            Delta 德尔塔
            ε 艾普西隆
            epsilon 艾普西隆
            varepsilon 艾普西隆
            θ 西塔
            theta 西塔
            λ 兰姆达
            lambda 兰姆达
            μ 缪
            mu 缪
            ρ 柔
            rho 柔
            σ 西格玛
            sigma 西格玛
            Σ 西格玛
            Sigma 西格玛
            τ 陶
            tau 陶
            φ 斐
            phi 斐
            varphi 斐
            ω 欧米伽
            omega 欧米伽
            Ω 欧米伽
            Omega 欧米伽
            """);

    private final Chinese chinese;

    ChineseFormula(Chinese chinese) {
        this.chinese = chinese;
    }

    @Override
    public String number(String digits) {
        return chinese.cardinal(digits);
    }

    @Override
    public String fraction(String above, String below) {
        return Chinese.ratio(above, below);
    }

    @Override
    public String over(String above, String below) {
        return below + "分之" + above;
    }

    @Override
    public String root(String degree, String of) {
        return switch (degree) {
            case "", "2" -> "根号" + of;
            case "3" -> "三次根号" + of;
            default -> (degree.matches("\\d+") ? ChineseNumber.of(degree) : degree) + "次根号" + of;
        };
    }

    @Override
    public String power(String base, String exponent) {
        return base
                + switch (exponent) {
                    case "2" -> "的平方";
                    case "3" -> "的立方";
                    case "\\circ" -> "度";
                    case "\\prime" -> "撇";
                    case "T" -> "的转置";
                    default -> "的" + exponent(exponent) + "次方";
                };
    }

    private String exponent(String exponent) {
        if (exponent.matches("\\d+")) {
            return number(exponent);
        }
        return exponent.matches("-\\w+") ? "负" + exponent(exponent.substring(1)) : exponent;
    }

    @Override
    public String index(String base, String index) {
        return base + " " + index;
    }

    @Override
    public String big(Big kind, String lower, String upper) {
        if (kind == Big.LIMIT) {
            return lower.isEmpty() ? "极限" : "当" + lower + "时的极限，";
        }
        String name = switch (kind) {
            case SUM -> "求和";
            case PRODUCT -> "连乘";
            default -> "积分";
        };
        if (upper.isEmpty()) {
            return lower.isEmpty() ? name : "对" + lower + name + "，";
        }
        return "从" + lower + "到" + upper + name + "，";
    }

    @Override
    public String function(String name, String base) {
        return base.isEmpty() ? name : name.equals("log") ? "以" + base + "为底的log" : name + " " + base;
    }

    @Override
    public String call(String name, String arguments) {
        return name + "(" + arguments + ")";
    }

    @Override
    public String matrix(List<List<String>> rows) {
        int columns = rows.isEmpty() ? 0 : rows.get(0).size();
        return number(Integer.toString(rows.size())) + "行" + number(Integer.toString(columns)) + "列的矩阵：" + table(rows);
    }

    @Override
    public String cases(List<List<String>> rows) {
        return "分" + number(Integer.toString(rows.size())) + "种情况：" + table(rows);
    }

    private static String table(List<List<String>> rows) {
        return rows.stream().map(row -> String.join("，", row)).collect(Collectors.joining("；"));
    }

    @Override
    public String choose(String above, String below) {
        return "从" + above + "中选" + below;
    }

    @Override
    public String accent(String name, String of) {
        return name.equals("vec") ? "向量" + of : of + " " + name;
    }

    @Override
    public String absolute(String of) {
        return of + "的绝对值";
    }

    @Override
    public String name(String sign) {
        return NAMES.getOrDefault(sign, "");
    }

    @Override
    public String join(List<String> parts) {
        StringBuilder said = new StringBuilder();
        for (String part : parts) {
            boolean gap = !said.isEmpty()
                    && !part.isEmpty()
                    && isPlain(said.charAt(said.length() - 1))
                    && isPlain(part.charAt(0));
            said.append(gap ? " " : "").append(part);
        }
        return said.toString();
    }

    private static boolean isPlain(char c) {
        return c < 0x2E80 && Character.isLetterOrDigit(c);
    }

    private static Map<String, String> names(String table) {
        return table.lines()
                .map(row -> row.split(" ", 2))
                .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> row[1]));
    }
}
