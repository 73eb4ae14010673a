package dev.voicebot.repl;

import static dev.voicebot.text.Messages.mark;

import dev.voicebot.control.Controls;
import dev.voicebot.control.Status;
import dev.voicebot.control.Verb;
import dev.voicebot.screen.ChatLine;
import dev.voicebot.screen.ChatState;
import dev.voicebot.sessions.SessionRecorder;
import dev.voicebot.turn.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What another process may do with this chat, each under the line's lock as if a key had been pressed. */
final class ChatControls implements Controls {
    /**
     * What the screen does when a key asks for it; all under the line's lock.
     *
     * @param isTalking whether a talk is on
     * @param toggleTalk begins a talk, or ends it
     * @param interrupt stops the talk or the reply; whether there was one
     * @param state what the screen shows
     */
    record Hooks(
            BooleanSupplier isTalking, Runnable toggleTalk, BooleanSupplier interrupt, Supplier<ChatState> state) {}

    private final ChatLine line;
    private final Hooks hooks;
    private final ChatParts parts;
    private final Transport transport;

    ChatControls(ChatLine line, Hooks hooks, ChatParts parts) {
        this.line = line;
        this.hooks = hooks;
        this.parts = parts;
        this.transport = parts.turns().transport();
    }

    @Override
    public Optional<String> perform(Verb verb) {
        return held(() -> now(verb));
    }

    private Optional<String> now(Verb verb) {
        return switch (verb) {
            case TALK -> talk(true);
            case TALK_START -> talk(!hooks.isTalking().getAsBoolean());
            case TALK_END -> talk(hooks.isTalking().getAsBoolean());
            case STOP -> unless(hooks.interrupt().getAsBoolean(), mark("Nothing to stop."));
            case PAUSE -> unless(transport.isPaused() || transport.togglePause(), mark("Nothing is being spoken."));
            case RESUME -> unless(transport.isPaused() && transport.togglePause(), mark("Nothing is paused."));
            case SKIP -> unless(transport.skipSentence(), mark("Nothing is being spoken."));
            case STATUS -> Optional.empty();
        };
    }

    private Optional<String> talk(boolean toggle) {
        if (toggle) {
            hooks.toggleTalk().run();
        }
        return Optional.empty();
    }

    private static Optional<String> unless(boolean done, String why) {
        return done ? Optional.empty() : Optional.of(why);
    }

    @Override
    public Status status() {
        String state = held(this::state).status();
        return new Status(
                ProcessHandle.current().pid(),
                state,
                session(),
                parts.control().engines().get());
    }

    private <T> T held(Supplier<T> work) {
        List<T> result = new ArrayList<>();
        line.hold(() -> result.add(work.get()));
        return result.get(0);
    }

    private String session() {
        return parts.sessions().recorder().flatMap(SessionRecorder::id).orElse("");
    }

    /** A pause is true before the screen has heard of it. */
    private ChatState state() {
        boolean isPaused = transport.isPaused() && !hooks.isTalking().getAsBoolean();
        return isPaused
                ? new ChatState.Paused(transport.speed())
                : hooks.state().get();
    }
}
