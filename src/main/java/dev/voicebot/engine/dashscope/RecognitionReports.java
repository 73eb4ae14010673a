package dev.voicebot.engine.dashscope;

import dev.voicebot.chat.ChatUsage;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What a recognizer has to report beside what it hears; on any thread.
 *
 * @param notices receives a line for the user when the model lacks something that was asked for, once each
 * @param tokens receives the model and the tokens of each task, where the service bills tokens
 */
public record RecognitionReports(Consumer<String> notices, BiConsumer<String, ChatUsage> tokens) {
    static final RecognitionReports NONE = new RecognitionReports(line -> {}, (model, tokens) -> {});
}
