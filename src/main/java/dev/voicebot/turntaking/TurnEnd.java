package dev.voicebot.turntaking;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether what was said so far is a whole turn; by its words, in English and Chinese. */
public enum TurnEnd {
    /** A sentence or question that is over. */
    FINISHED,
    /** It may go on or not. */
    OPEN,
    /** More is to come. */
    UNFINISHED;

    private static final Set<String> GO_ON = Set.of(
            ("a an the and or but because if when while although though unless until which whose my your his our their of"
                            + " to for from with in on at by about into than as are was were am i'm we're they're very"
                            + " really maybe could would should can will um uh er erm plus minus point dot")
                    .split(" ", -1));

    /** Want something behind them, as the words above do. */
    private static final Pattern GO_ON_PHRASE = Pattern.compile("(?:.*(?:[,.]|\\band|\\bso|\\bwell|\\bok)\\s+)?"
            + "(?:i(?: would|'d) like|i (?:want|need|mean|wonder)|(?:can|could|would|will) you|let me|what about|how about)"
            + "|.*\\b(?:and so|such as|for example)");

    /** Words that may end a question: "What are you looking for". */
    private static final Set<String> STRANDED = Set.of(
            "of to for from with in on at by about into are was were am could would should can will".split(" ", -1));

    private static final Set<String> QUESTION_WORDS =
            Set.of("what what's who who's whom where where's when why how how's which whose".split(" ", -1));

    private static final List<String> GO_ON_IN_CHINESE =
            List.of(("那个 这个 然后 因为 所以 但是 可是 不过 而且 并且 就是 还有 以及 如果 要是 假如 虽然 或者 比如 比如说 例如 关于 和 跟 把"
                            + " 被 给 我想 我要 我觉得 请问 嗯 呃 额 加 减 乘 除以")
                    .split(" ", -1));
    private static final List<String> QUESTIONS_IN_CHINESE = List.of("吗", "呢", "怎么样", "多少", "几点", "什么");

    private static final Pattern OPEN_MARK = Pattern.compile("(?:[,，、:：;；—–…-]|\\.\\.\\.)$");
    private static final Pattern QUESTION_MARK = Pattern.compile("[?？]$");
    private static final Pattern FULL_STOP = Pattern.compile("[.。!！]+$");

    /** A number that is being told digit by digit; eleven digits are a telephone's. */
    private static final Pattern BEGUN_NUMBER =
            Pattern.compile(".*(?:number|code|password|号码|电话|手机|密码|验证码|账号)\\D*(?:\\d[\\s-]*){1,10}");

    /** Of the transcript so far. */
    public static TurnEnd of(String words) {
        String text = words.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return OPEN;
        }
        if (QUESTION_MARK.matcher(text).find()) {
            return FINISHED;
        }
        String bare = FULL_STOP.matcher(text).replaceFirst("").strip();
        if (OPEN_MARK.matcher(text).find() || goesOn(bare)) {
            return UNFINISHED;
        }
        boolean isWhole =
                bare.length() < text.length() || QUESTIONS_IN_CHINESE.stream().anyMatch(bare::endsWith);
        return isWhole ? FINISHED : OPEN;
    }

    /** Where somebody else judges the same turn: the two together, who may disagree. */
    public TurnEnd and(TurnEnd other) {
        if (this == OPEN) {
            return other;
        }
        return other == OPEN || other == this ? this : OPEN;
    }

    private static boolean goesOn(String bare) {
        String[] words = bare.split("[\\s,，.。!！]+", -1);
        String last = words[words.length - 1];
        boolean isQuestion = Stream.of(words).anyMatch(QUESTION_WORDS::contains);
        return (GO_ON.contains(last) && !(isQuestion && STRANDED.contains(last)))
                || GO_ON_PHRASE.matcher(bare).matches()
                || GO_ON_IN_CHINESE.stream().anyMatch(last::endsWith)
                || BEGUN_NUMBER.matcher(bare).matches();
    }
}
