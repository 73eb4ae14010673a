package dev.voicebot.engine.openai;

import java.util.List;
import java.util.regex.Pattern;

/** Tells by their names which of a service's models can hold a conversation: lists of models do not say. */
public final class ChattingModels {
    private static final Pattern OTHER_PURPOSE = Pattern.compile(
            "embed|rerank|whisper|tts|asr|speech|transcribe|translate|image|dall-e|video|moderation|realtime"
                    + "|cosyvoice|sambert|paraformer|gummy|(^|[-./])(ocr|wanx?[\\d.]*|t2[iv]|i2v|flux)([-.]|$)",
            Pattern.CASE_INSENSITIVE);

    /** Of DashScope's, those that are made for other things than conversation, or take other input. */
    private static final Pattern OF_DASHSCOPE =
            Pattern.compile("(^|[-.])(vl|omni|audio|coder|math|mt|ocr|image|tts|asr|embedding|rerank|long)([-.]|$)");

    private ChattingModels() {}

    /** Those of {@code models}, in their order. */
    public static List<String> of(List<String> models, boolean isDashScope) {
        return models.stream()
                .filter(name -> !OTHER_PURPOSE.matcher(name).find())
                .filter(name -> !isDashScope || !OF_DASHSCOPE.matcher(name).find())
                .toList();
    }
}
