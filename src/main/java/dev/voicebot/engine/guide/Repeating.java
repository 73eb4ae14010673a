package dev.voicebot.engine.guide;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what the user says, or what was said before. */
final class Repeating implements Skill {
    private static final Pattern AGAIN = Pattern.compile(
            "(?:please )?(?:(?:say|repeat) (?:that|it)(?: again)?|repeat|again|say again|what did you say|pardon)[?.! ]*"
                    + "|请?(?:再说一[遍次]|重复一[遍次]|你?(?:刚才|刚刚)说什么|你说什么)了?[？?。！!]*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER_ME = Pattern.compile(
            "(?:please )?(?:can you |could you )?(?:repeat after me|repeat(?! after me)|say)(?:\\s*:\\s*|\\s+|, (?=[\"“'])|(?<=me), )(.+)"
                    + "|请?(?:跟我[说读念]|跟着我[说读念]|重复(?:一下|一遍)?(?:我说的话|我的话)?|复述(?:一下)?|说(?=[：:]))[：:，,\\s]*(.+)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("[\"“'‘「](.+)[\"”'’」][.。]?", Pattern.DOTALL);

    @Override
    public Optional<String> answer(Question question) {
        if (AGAIN.matcher(question.text()).matches()) {
            return Optional.of(
                    question.lastAnswer().isBlank()
                            ? question.in("I have not said anything yet.", "我还什么都没说呢。")
                            : question.lastAnswer());
        }
        Matcher words = AFTER_ME.matcher(question.text());
        if (!words.matches()) {
            return Optional.empty();
        }
        return Optional.of(unquoted(words.group(1) == null ? words.group(2) : words.group(1)));
    }

    private static String unquoted(String words) {
        Matcher quoted = QUOTED.matcher(words.strip());
        return quoted.matches() ? quoted.group(1) : words.strip();
    }
}
