package dev.voicebot.bench;

import java.util.ArrayList;
import java.util.List;

/** What is said in a turn: the question, and a long enough answer, cut into tokens as models cut them. */
enum Language {
    ENGLISH(
            "How do I learn a language?",
            "en",
            "There are many good ways, and most of them begin small. Listen to it every day, even when you understand"
                    + " little. Speak aloud from the first week on, because the mouth has to learn as well. Read what you"
                    + " like, not what you should. ") {
        @Override
        List<String> cut(String text) {
            return List.of(text.split("(?<=[^ ])(?= )"));
        }
    },
    CHINESE("怎么学好一门语言？", "cmn", "方法有很多，最好从小事开始。每天都听一点，听不懂也没关系。" + "第一周就要开口说话，因为嘴巴也需要练习。读你喜欢的东西，而不是你应该读的东西。") {
        @Override
        List<String> cut(String text) {
            List<String> tokens = new ArrayList<>();
            for (int from = 0; from < text.length(); from += 2) {
                tokens.add(text.substring(from, Math.min(text.length(), from + 2)));
            }
            return tokens;
        }
    };

    private final String question;
    private final String code;
    private final String answer;

    Language(String question, String code, String answer) {
        this.question = question;
        this.code = code;
        this.answer = answer;
    }

    String question() {
        return question;
    }

    /** As the embedded voice names it. */
    String code() {
        return code;
    }

    /** The beginning of an endless answer. */
    List<String> tokens(int count) {
        List<String> once = cut(answer);
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tokens.add(once.get(i % once.size()));
        }
        return tokens;
    }

    abstract List<String> cut(String text);
}
