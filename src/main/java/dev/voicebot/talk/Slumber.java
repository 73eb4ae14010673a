package dev.voicebot.talk;

import dev.voicebot.audio.Recording;
import dev.voicebot.audio.WakeWord;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.screen.ChatDisplay;
import dev.voicebot.screen.ChatState;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands-free while it is asleep: a key wakes it, and the wake word where there is one. All under the line's lock. */
final class Slumber {
    private final TalkParts parts;
    private final ChatDisplay display;
    private final Consumer<Recording> wakes;
    private final Consumer<AssistantException> lost;
    private @Nullable WakeListener listener; // while it is asleep and something listens

    /**
     * Awake at first.
     *
     * @param wakes receives what the microphone hears after the wake word, and closes it
     * @param lost nothing can listen for the wake word
     */
    Slumber(TalkParts parts, ChatDisplay display, Consumer<Recording> wakes, Consumer<AssistantException> lost) {
        this.parts = parts;
        this.display = display;
        this.wakes = wakes;
        this.lost = lost;
    }

    void begin() {
        end();
        parts.senses().wakeWord().ifPresent(this::listenFor);
        if (listener == null) {
            display.idle(ChatState.Still.ASLEEP);
        }
    }

    private void listenFor(WakeWord wakeWord) {
        Waking waking = new Waking();
        WakeListener opening = new WakeListener(wakeWord, waking::woken, waking::failed);
        waking.listener = opening;
        listener = opening;
        display.idle(new ChatState.Asleep(wakeWord.phrase()));
        opening.open(parts.openMicrophone(), parts.recognizer());
    }

    /** Whether it was asleep and something listened. */
    boolean end() {
        WakeListener ended = listener;
        listener = null;
        if (ended == null) {
            return false;
        }
        ended.close();
        return true;
    }

    /** What the listener tells, on its thread. */
    private final class Waking {
        private @Nullable WakeListener listener; // set once, before it opens

        void woken(Recording sound) {
            display.later(() -> {
                if (claim()) {
                    wakes.accept(sound);
                } else {
                    sound.close();
                }
            });
        }

        void failed(AssistantException fault) {
            display.later(() -> {
                if (claim()) {
                    lost.accept(fault);
                }
            });
        }

        /** Ends the slumber; false when a key has woken it, or it was switched off, meanwhile. */
        private boolean claim() {
            boolean isCurrent = Slumber.this.listener == listener;
            if (isCurrent) {
                Slumber.this.listener = null;
            }
            return isCurrent;
        }
    }
}
