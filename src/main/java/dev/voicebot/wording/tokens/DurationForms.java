package dev.voicebot.wording.tokens;

import dev.voicebot.wording.tokens.AmountToken.Quantity;
import dev.voicebot.wording.tokens.Token.Numeral;
import dev.voicebot.wording.tokens.Token.Plain;
import dev.voicebot.wording.tokens.Token.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long something takes, in several units: 2h 30m, 1m20s, 3d 4h; 48:32 where a time was needed for something. */
final class DurationForms {
    private static final Unit DAY = new Unit("d", "day", "days", "天");
    private static final Unit MINUTE = new Unit("m", "minute", "minutes", "分");
    private static final Pattern TOOK_BEFORE = Pattern.compile(
            "(?:时长|用时|耗时|历时|成绩|跑了|跑出|跑进|长达)[是为了：: ]*$|(?i)\\b(?:ran|run|finish\\w*|took|takes|lasts?|lasted|duration|runtime|length)\\b[^.,\\d]{0,8}(?:\\d+K?m? )?(?:in |of |is |: )?$");

    static final List<Form> FORMS = List.of(
            Form.of(
                            "0",
                            Form.BEGINNING
                                    + "(?=\\d+ ?[dhm] ?\\d)(?:(\\d+) ?d ?|())(?:(\\d+) ?hr? ?|())(?:(\\d+) ?m(?:in)? ?|())(?:(\\d+(?:\\.\\d+)?) ?s(?:ec)?|())(?<! )(?![\\p{Alnum}_/²³^'’])",
                            DurationForms::parts)
                    .goingOnWith("a "),
            Form.of("0", Form.BEGINNING + "(\\d{1,3}):([0-5]\\d)(?![\\d:]|\\.\\d)", DurationForms::needed)
                    .goingOnWith(":"));

    private DurationForms() {}

    private static @Nullable Token parts(MatchResult match) {
        List<Token> parts = new ArrayList<>();
        add(match, 1, DAY, parts);
        add(match, 3, Units.of("h"), parts);
        add(match, 5, MINUTE, parts);
        add(match, 7, Units.of("s"), parts);
        return parts.size() > 2 ? new Sequence(parts) : null;
    }

    private static void add(MatchResult match, int group, Unit unit, List<Token> parts) {
        if (!Form.group(match, group).isEmpty()) {
            if (!parts.isEmpty()) {
                parts.add(new Plain(""));
            }
            parts.add(new Quantity(Optional.empty(), Numeral.of(match.group(group)), unit, ""));
        }
    }

    private static @Nullable Token needed(MatchResult match, Sentence sentence) {
        if (!sentence.endsWith(TOOK_BEFORE, match.start())) {
            return null;
        }
        Numeral seconds = Numeral.of(match.group(2).replaceFirst("^0(?=\\d)", ""));
        return Sequence.of(
                new Quantity(Optional.empty(), Numeral.of(match.group(1)), MINUTE, ""),
                new Quantity(Optional.empty(), seconds, Units.of("s"), ""));
    }
}
