package dev.voicebot.engine.guide;

import java.util.Optional;

/** Says that the guide cannot answer, and what would. Always has an answer. */
final class Honesty implements Skill {
    private static final int LONGEST_QUOTE = 60; // characters

    @Override
    public Optional<String> answer(Question question) {
        if (question.text().isEmpty()) {
            return Optional.of("I did not hear any words. Ask me what voicebot can do.");
        }
        String quote = quote(question.text());
        return Optional.of(question.in(
                "I am not a language model, only voicebot's built-in guide, so I cannot answer \"" + quote
                        + "\". I can explain voicebot, tell the time and do arithmetic. "
                        + "For a real conversation, set DASHSCOPE_API_KEY or start Ollama, then restart voicebot.",
                "我不是语言模型，只是 voicebot 的内置向导，回答不了“" + quote
                        + "”。我可以介绍 voicebot，报时，做算术。想要真正的对话，请设置 DASHSCOPE_API_KEY，或者启动 Ollama，再重新启动 voicebot。"));
    }

    private static String quote(String text) {
        String line = text.replaceAll("\\s+", " ");
        if (line.codePointCount(0, line.length()) <= LONGEST_QUOTE) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
    }
}
