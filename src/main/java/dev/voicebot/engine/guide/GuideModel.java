package dev.voicebot.engine.guide;

import dev.voicebot.chat.ChatMessage;
import dev.voicebot.chat.ChatModel;
import dev.voicebot.chat.ChatUsage;
import dev.voicebot.chat.ReplyListener;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.Interrupts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The built-in chat: no language model and says so, but explains voicebot, tells the time, calculates and repeats. */
public final class GuideModel implements ChatModel {
    private static final Duration USUAL_PACE = Duration.ofMillis(3);

    private final List<Skill> skills;
    private final Duration pace;

    /** Tells the date and the time of {@code clock} and its zone. */
    public GuideModel(GuideTopics topics, Clock clock) {
        this(topics, clock, USUAL_PACE);
    }

    /** Waits {@code pace} between two pieces of an answer. */
    public GuideModel(GuideTopics topics, Clock clock, Duration pace) {
        Lookup lookup = new Lookup(topics);
        this.skills = List.of(
                new Repeating(),
                new DateAndTime(clock),
                new Arithmetic(),
                lookup::byName,
                new Tasks(),
                new AboutVoicebot(topics),
                lookup,
                new Manners(),
                new Honesty());
        this.pace = pace;
    }

    @Override
    public ChatUsage reply(List<ChatMessage> messages, ReplyListener listener, Cancellation cancellation) {
        cancellation.throwIfCancelled();
        CountDownLatch cancelled = new CountDownLatch(1);
        try (Cancellation.Registration stop = cancellation.onCancel(cancelled::countDown)) {
            boolean first = true;
            for (String piece : Pieces.of(answer(Question.last(messages)))) {
                if (!first) {
                    pause(cancelled);
                }
                first = false;
                listener.token(piece);
            }
            cancellation.throwIfCancelled();
            return ChatUsage.NONE;
        }
    }

    @Override
    public String name() {
        return "guide";
    }

    private String answer(Question question) {
        return skills.stream()
                .map(skill -> skill.answer(question))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private void pause(CountDownLatch cancelled) {
        try {
            if (cancelled.await(pace.toNanos(), TimeUnit.NANOSECONDS)) {
                throw AssistantException.interrupted();
            }
        } catch (InterruptedException e) {
            throw Interrupts.leave(e);
        }
    }
}
