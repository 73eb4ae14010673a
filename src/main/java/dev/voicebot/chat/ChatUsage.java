package dev.voicebot.chat;

import java.util.List;

/** What a service counted for one answer, in its own tokens; zero where it does not say. */
public record ChatUsage(long promptTokens, long completionTokens) {
    public static final ChatUsage NONE = new ChatUsage(0, 0);

    public ChatUsage {
        if (promptTokens < 0 || completionTokens < 0) {
            throw new IllegalArgumentException(
                    "tokens must not be negative, got " + promptTokens + " and " + completionTokens);
        }
    }

    /** About what {@code answered} took, for a service that did not say or was cut short. */
    public static ChatUsage estimate(List<ChatMessage> asked, String answered) {
        long prompt = asked.stream()
                .mapToLong(message -> TokenEstimate.of(message.text()))
                .sum();
        return new ChatUsage(prompt, TokenEstimate.of(answered));
    }

    /** Whether anything was counted. */
    public boolean isKnown() {
        return promptTokens > 0 || completionTokens > 0;
    }
}
