package dev.voicebot.wording.english;

import dev.voicebot.wording.formula.FormulaVoice;
import java.util.List;
import java.util.Map;

/** How formulas sound in English. */
final class EnglishFormula implements FormulaVoice {
    static final Map<String, String> GREEK = Map.ofEntries(
            Map.entry("α", "alpha"),
            Map.entry("β", "beta"),
            Map.entry("γ", "gamma"),
            Map.entry("δ", "delta"),
            Map.entry("ε", "epsilon"),
            Map.entry("ζ", "zeta"),
            Map.entry("η", "eta"),
            Map.entry("θ", "theta"),
            Map.entry("ι", "iota"),
            Map.entry("κ", "kappa"),
            Map.entry("λ", "lambda"),
            Map.entry("μ", "mu"),
            Map.entry("ν", "nu"),
            Map.entry("ξ", "xi"),
            Map.entry("π", "pi"),
            Map.entry("ρ", "rho"),
            Map.entry("σ", "sigma"),
            Map.entry("τ", "tau"),
            Map.entry("φ", "phi"),
            Map.entry("χ", "chi"),
            Map.entry("ψ", "psi"),
            Map.entry("ω", "omega"),
            Map.entry("Γ", "Gamma"),
            Map.entry("Δ", "Delta"),
            Map.entry("Θ", "Theta"),
            Map.entry("Λ", "Lambda"),
            Map.entry("Π", "Pi"),
            Map.entry("Σ", "Sigma"),
            Map.entry("Φ", "Phi"),
            Map.entry("Ω", "Omega"),
            Map.entry("varepsilon", "epsilon"),
            Map.entry("varphi", "phi"));
    private static final Map<String, String> NAMES = names("""
            = equals
            == equals
            + plus
            - minus
            − minus
            negative minus
            * times
            × times
            · times
            times times
            cdot times
            ÷ divided by
            div divided by
            / over
            < less than
            lt less than
            > greater than
            gt greater than
            <= less than or equal to
            ≤ less than or equal to
            le less than or equal to
            leq less than or equal to
            leqslant less than or equal to
            >= greater than or equal to
            ≥ greater than or equal to
            ge greater than or equal to
            geq greater than or equal to
            geqslant greater than or equal to
            != not equal to
            ≠ not equal to
            ne not equal to
            neq not equal to
            ≈ about
            approx about
            sim about
            ≡ is equivalent to
            equiv is equivalent to
            ∝ is proportional to
            propto is proportional to
            ± plus or minus
            pm plus or minus
            -> to
            => to
            → to
            to to
            rightarrow to
            Rightarrow implies
            implies implies
            iff if and only if
            Leftrightarrow if and only if
            mapsto maps to
            ∞ infinity
            infty infinity
            ∈ in
            in in
            ∉ not in
            notin not in
            ⊂ is a subset of
            subset is a subset of
            subseteq is a subset of
            ⊆ is a subset of
            ∪ union
            cup union
            ∩ intersection
            cap intersection
            ∅ the empty set
            emptyset the empty set
            varnothing the empty set
            setminus without
            ∀ for all
            forall for all
            ∃ there exists
            exists there exists
            ∧ and
            land and
            wedge and
            ∨ or
            lor or
            vee or
            ¬ not
            neg not
            lnot not
            ∂ partial
            partial partial
            ∇ del
            nabla del
            circ degrees
            ' prime
            prime prime
            ! factorial
            | given
            mid given
            % percent
            … and so on
            ldots and so on
            cdots and so on
            dots and so on
            angle angle
            perp is perpendicular to
            parallel is parallel to
            """);

    private final English english;

    EnglishFormula(English english) {
        this.english = english;
    }

    @Override
    public String number(String digits) {
        return english.cardinal(digits);
    }

    @Override
    public String fraction(String above, String below) {
        return above.length() > 4 || below.length() > 4
                ? number(above) + " over " + number(below)
                : english.ratio(above, below);
    }

    @Override
    public String over(String above, String below) {
        return above + " over " + below;
    }

    @Override
    public String root(String degree, String of) {
        return switch (degree) {
            case "", "2" -> "the square root of " + of;
            case "3" -> "the cube root of " + of;
            default ->
                degree.matches("\\d{1,3}")
                        ? "the " + EnglishNumber.ordinal(degree) + " root of " + of
                        : "the " + degree + "-th root of " + of;
        };
    }

    @Override
    public String power(String base, String exponent) {
        return base
                + switch (exponent) {
                    case "2" -> " squared";
                    case "3" -> " cubed";
                    case "\\circ" -> " degrees";
                    case "\\prime" -> " prime";
                    case "T" -> " transposed";
                    case "-1" -> " to the power of minus " + number("1");
                    default -> " to the power of " + exponent(exponent);
                };
    }

    private String exponent(String exponent) {
        if (exponent.matches("\\d+")) {
            return number(exponent);
        }
        return exponent.matches("-\\w+") ? "minus " + exponent(exponent.substring(1)) : exponent;
    }

    @Override
    public String index(String base, String index) {
        return base + " " + index;
    }

    @Override
    public String big(Big kind, String lower, String upper) {
        if (kind == Big.LIMIT) {
            return lower.isEmpty() ? "the limit of" : "the limit as " + lower.replaceFirst(" to ", " goes to ") + " of";
        }
        String name = switch (kind) {
            case SUM -> "the sum";
            case PRODUCT -> "the product";
            default -> "the integral";
        };
        if (upper.isEmpty()) {
            return name + (lower.isEmpty() ? " of" : " over " + lower + " of");
        }
        return name + " from " + lower + " to " + upper + " of";
    }

    @Override
    public String function(String name, String base) {
        String said = switch (name) {
            case "sin" -> "sine";
            case "cos" -> "cosine";
            case "tan" -> "tangent";
            default -> name;
        };
        return base.isEmpty() ? said : said.equals("log") ? "log base " + base + " of" : said + " over " + base + " of";
    }

    @Override
    public String call(String name, String arguments) {
        return name + " of " + arguments;
    }

    @Override
    public String matrix(List<List<String>> rows) {
        int columns = rows.isEmpty() ? 0 : rows.get(0).size();
        return "a " + number(Integer.toString(rows.size())) + " by " + number(Integer.toString(columns)) + " matrix: "
                + table(rows);
    }

    @Override
    public String cases(List<List<String>> rows) {
        return number(Integer.toString(rows.size())) + " cases: " + table(rows);
    }

    private static String table(List<List<String>> rows) {
        return String.join(
                "; ", rows.stream().map(row -> String.join(", ", row)).toList());
    }

    @Override
    public String choose(String above, String below) {
        return above + " choose " + below;
    }

    @Override
    public String accent(String name, String of) {
        return switch (name) {
            case "vec" -> "vector " + of;
            case "overline" -> of + " bar";
            case "widehat" -> of + " hat";
            default -> of + " " + name;
        };
    }

    @Override
    public String absolute(String of) {
        return "the absolute value of " + of;
    }

    @Override
    public String name(String sign) {
        return NAMES.getOrDefault(sign, GREEK.getOrDefault(sign, ""));
    }

    @Override
    public String join(List<String> parts) {
        StringBuilder said = new StringBuilder();
        for (String part : parts) {
            boolean mark = part.length() == 1 && ",;:.".contains(part);
            said.append(said.isEmpty() || mark || part.isEmpty() ? "" : " ").append(part);
        }
        return said.toString();
    }

    private static Map<String, String> names(String table) {
        return table.lines()
                .map(row -> row.split(" ", 2))
                .collect(java.util.stream.Collectors.toUnmodifiableMap(row -> row[0], row -> row[1]));
    }
}
