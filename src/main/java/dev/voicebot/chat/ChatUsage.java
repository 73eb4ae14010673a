package dev.voicebot.chat;

/** What a service counted for one answer, in its own tokens; zero where it does not say. */
public record ChatUsage(long promptTokens, long completionTokens) {
    public static final ChatUsage NONE = new ChatUsage(0, 0);

    public ChatUsage {
        if (promptTokens < 0 || completionTokens < 0) {
            throw new IllegalArgumentException(
                    "tokens must not be negative, got " + promptTokens + " and " + completionTokens);
        }
    }
}
