package dev.voicebot.engine.guide;

import java.util.Optional;
import java.util.regex.Pattern;

/** Greets, thanks and says goodbye. */
final class Manners implements Skill {
    private static final Pattern FEELING =
            Pattern.compile("how are you|how do you do|how's it going|^what's up\\W*$|你好吗|最近怎么样");
    private static final Pattern THANKS = Pattern.compile("\\b(thanks|thank you|thx)\\b|谢谢|多谢|感谢");
    private static final Pattern GOODBYE = Pattern.compile("\\b(good ?bye|bye|good night|see you)\\b|再见|拜拜|晚安");
    private static final Pattern GREETING =
            Pattern.compile("^\\W*" + Question.GREETING_ENGLISH + "(\\W+(there|again|everyone|voicebot|you))?\\W*$"
                    + "|^" + Question.GREETING_CHINESE + "(啊|呀|吗)?[!?。,. ]*(voicebot)?[!?。,. ]*$");

    @Override
    public Optional<String> answer(Question question) {
        String text = question.plain();
        if (FEELING.matcher(text).find()) {
            return say(
                    question,
                    "I am fine, thank you. I am only a program, but everything works.",
                    "我很好，谢谢。我只是个程序，不过运转正常。");
        }
        if (THANKS.matcher(text).find()) {
            return say(question, "You are welcome.", "不客气。");
        }
        if (GOODBYE.matcher(text).find()) {
            return say(question, "Goodbye! Type /quit to leave.", "再见！输入 /quit 就可以退出。");
        }
        if (GREETING.matcher(text).find()) {
            return say(
                    question,
                    "Hello! I am voicebot's built-in guide. Ask me what voicebot can do, what time it is, or give me"
                            + " a calculation.",
                    "你好！我是 voicebot 的内置向导。可以问我 voicebot 能做什么，现在几点，或者让我算个数。");
        }
        return Optional.empty();
    }

    private static Optional<String> say(Question question, String english, String chinese) {
        return Optional.of(question.in(english, chinese));
    }
}
