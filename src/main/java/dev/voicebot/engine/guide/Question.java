package dev.voicebot.engine.guide;

import dev.voicebot.chat.ChatMessage;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the user wants to know.
 *
 * @param text as the user wrote it, without white space around it, nor a greeting in front of something else
 * @param lastAnswer what was answered before; empty at first
 */
record Question(String text, String lastAnswer) {
    private static final int MOST_LOOKED_AT = 1000; // characters; bounds what the patterns have to do

    static final String GREETING_ENGLISH = "(?:hi|hello|hey|howdy|greetings|good (?:morning|afternoon|evening|day))\\b";
    static final String GREETING_CHINESE = "(?:你好|您好|哈喽|嗨|喂|早上好|下午好|晚上好|早)";

    private static final String BETWEEN = "[\\s,.!?:;~，。！？：；、…]";
    private static final Pattern GREETING = Pattern.compile(
            "(?:" + GREETING_ENGLISH
                    + "(?:" + BETWEEN + "+(?:there|again|everyone|voicebot|you(?=\\W*$))\\b)?+" + BETWEEN + "++"
                    + "|" + GREETING_CHINESE + "[啊呀]?(?:" + BETWEEN + "*voicebot\\b)?+"
                    + "(?:" + BETWEEN + "++|(?=请|帮|跟|现在|[今明后昨]天|几点)))"
                    + "(?=.*?[\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    static Question last(List<ChatMessage> messages) {
        String question = "";
        String lastAnswer = "";
        for (ChatMessage message : messages) {
            switch (message.role()) {
                case USER -> question = message.text();
                case ASSISTANT -> lastAnswer = message.text();
                case SYSTEM -> {}
            }
        }
        return new Question(withoutGreeting(question.strip()), lastAnswer);
    }

    /** One alone stays. */
    private static String withoutGreeting(String text) {
        Matcher greeting = GREETING.matcher(text);
        int start = 0;
        while (greeting.region(start, text.length()).lookingAt()) {
            start = greeting.end();
        }
        return text.substring(start);
    }

    Language language() {
        return Language.of(text);
    }

    /** The text for looking things up: lower case, full-width signs as plain ones, curly apostrophes straight. */
    String plain() {
        String start = text.substring(0, Math.min(text.length(), MOST_LOOKED_AT));
        return Normalizer.normalize(start.replace('’', '\'').replace("²", "^2"), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
    }

    String in(String english, String chinese) {
        return language().pick(english, chinese);
    }
}
