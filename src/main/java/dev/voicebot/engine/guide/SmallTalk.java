package dev.voicebot.engine.guide;

import java.util.Optional;
import java.util.regex.Pattern;

/** Greets, thanks and says who it is. */
final class SmallTalk {
    private static final Pattern HELLO = Pattern.compile(
            "^(?:hi|hello|hey|good (?:morning|afternoon|evening))(?: there| voicebot)?$|^(?:你好|您好|嗨|早上好|晚上好|喂)啊?$");
    private static final Pattern THANKS = Pattern.compile("^(?:thanks|thank you|thx)|^(?:谢谢|多谢|感谢)");
    private static final Pattern BYE = Pattern.compile("^(?:bye|goodbye|see you)|^(?:再见|拜拜)");
    private static final Pattern WHO =
            Pattern.compile("who are you|what are you|are you (?:an? )?(?:ai|llm|language model)|你是谁|你是什么");

    Optional<String> answer(Question question) {
        if (question.has(HELLO)) {
            return Optional.of(question.in(
                    "Hello! I am voicebot's built-in guide, no language model. "
                            + "Ask me how to talk, how to set a key, what a command does, the time, or a sum.",
                    "你好！我是 voicebot 的内置向导，不是语言模型。可以问我怎么说话，怎么设置密钥，命令怎么用，现在几点，或者一道算术题。"));
        }
        if (question.has(THANKS)) {
            return Optional.of(question.in("You're welcome.", "不客气。"));
        }
        if (question.has(BYE)) {
            return Optional.of(question.in("Goodbye. Control D leaves.", "再见。按 Ctrl-D 离开。"));
        }
        if (question.has(WHO)) {
            return Optional.of(question.in(
                    "I am the guide built into voicebot. I am no language model: I know this program, the clock and"
                            + " arithmetic. With a DashScope key or a local server you talk to a real model.",
                    "我是 voicebot 的内置向导，不是语言模型。我只懂这个程序、时间和算术。设置 DashScope 密钥，或者启动本地模型，就能和真正的模型对话。"));
        }
        return Optional.empty();
    }
}
