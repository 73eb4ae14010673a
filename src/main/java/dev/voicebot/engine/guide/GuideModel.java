package dev.voicebot.engine.guide;

import dev.voicebot.chat.ChatMessage;
import dev.voicebot.chat.ChatModel;
import dev.voicebot.outcome.Cancellation;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The built-in chat: no language model, and says so. Explains voicebot from its own help and settings, tells date and
 * time, does sums, repeats after you; in English or Chinese, as it was asked.
 */
public final class GuideModel implements ChatModel {
    private static final Pattern PIECE = Pattern.compile("(?<=\\s)|(?<=\\p{IsHan})|(?<=[，。！？])");

    private final List<Function<Question, Optional<String>>> skills;

    public GuideModel(GuideTopics topics, Clock clock) {
        skills = List.of(
                new Repetition()::answer,
                new Arithmetic()::answer,
                new DateAndTime(clock)::answer,
                new SmallTalk()::answer,
                new Explanations(topics)::answer);
    }

    @Override
    public void reply(List<ChatMessage> messages, Consumer<String> tokens, Cancellation cancellation) {
        Question question = new Question(messages.get(messages.size() - 1).text());
        String answer = skills.stream()
                .map(skill -> skill.apply(question))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> honest(question));
        Stream<String> pieces = PIECE.splitAsStream(answer);
        pieces.forEach(piece -> {
            cancellation.throwIfCancelled();
            tokens.accept(piece);
        });
    }

    private static String honest(Question question) {
        if (question.isChinese()) {
            return "我是内置的小向导，不是语言模型，回答不了这个问题。我可以介绍 voicebot，报时间，算算术。"
                    + "想要真正的对话，请设置 DASHSCOPE_API_KEY，或者启动 Ollama，再重新开始。";
        }
        return "I am the built-in guide, not a language model, so I can't answer that. "
                + "I can explain voicebot, tell the time, or do sums. "
                + "For real conversations, set DASHSCOPE_API_KEY, or start Ollama, and start me again.";
    }
}
