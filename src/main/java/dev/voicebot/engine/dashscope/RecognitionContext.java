package dev.voicebot.engine.dashscope;

import dev.voicebot.chat.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The last turns of a conversation as a recognizer takes them, to hear names and terms as they were written.
 *
 * @see <a href="https://www.alibabacloud.com/help/en/model-studio/qwen-audio-asr-streaming-client-events">input.context</a>
 */
final class RecognitionContext {
    private static final int MOST_TURNS = 5;
    private static final int MOST_CHARACTERS = 400; // of a turn, question and answer; the service cuts off the rest
    private static final int MOST_OF_QUESTION = 200;

    private RecognitionContext() {}

    /** What goes along with {@code run-task}; nothing without turns. */
    static Map<String, Object> input(List<Exchange> turns) {
        List<Object> context = new ArrayList<>();
        for (Exchange turn : turns.subList(Math.max(0, turns.size() - MOST_TURNS), turns.size())) {
            String question = cut(turn.question(), MOST_OF_QUESTION);
            String answer = cut(turn.answer(), MOST_CHARACTERS - question.codePointCount(0, question.length()));
            context.add(message("user", "input_text", question));
            context.add(message("assistant", "text", answer));
        }
        return context.isEmpty() ? Map.of() : Map.of("context", context);
    }

    private static Map<String, Object> message(String role, String type, String text) {
        return Map.of("role", role, "content", List.of(Map.of("type", type, "text", text)));
    }

    private static String cut(String text, int most) {
        String whole = text.strip();
        return whole.codePointCount(0, whole.length()) <= most
                ? whole
                : whole.substring(0, whole.offsetByCodePoints(0, most));
    }
}
