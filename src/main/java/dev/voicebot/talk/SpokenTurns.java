package dev.voicebot.talk;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.screen.ChatDisplay;
import dev.voicebot.screen.Replies;
import dev.voicebot.turntaking.TurnEnd;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an open microphone hears becomes talks that begin and end by themselves. All under the line's lock. */
final class SpokenTurns {
    /** In a room that is never silent, the end of a sentence counts when no word follows for so long. */
    private static final Duration WORDLESS = Duration.ofMillis(1500);

    private static final int MOST_FAILURES = 3;

    private final TalkParts parts;
    private final ChatDisplay display;
    private final Replies replies;
    private final Talking talking;
    private final Switch power;
    private @Nullable LiveSpeech said; // the talk that runs, when it began by itself
    private final Deque<LiveSpeech> next = new ArrayDeque<>(); // while the words before are being recognised
    private int updates; // of what is being understood
    private int failures; // in a row

    /** What the microphone can be told. */
    interface Switch {
        /** Empty while it is off or asleep. */
        Optional<OpenMicrophone> microphone();

        /** Whether it stays open after this talk. */
        boolean isOn();

        /** Whether it is open for one answer only. */
        boolean isOnce();

        /** Whether there was something to put to sleep. */
        boolean sleep();

        /** The user has said goodbye. */
        void turnOff();
    }

    SpokenTurns(TalkParts parts, ChatDisplay display, Replies replies, Talking talking, Switch power) {
        this.parts = parts;
        this.display = display;
        this.replies = replies;
        this.talking = talking;
        this.power = power;
    }

    /** No talk has failed since. */
    void forgetFailures() {
        failures = 0;
    }

    /** What waits to be recognised never will be. */
    void drop() {
        next.forEach(LiveSpeech::close);
        next.clear();
    }

    /** The sound for a talk that a key begins; empty when it has to open the microphone. */
    Optional<AudioInput> claim() {
        return power.microphone().flatMap(OpenMicrophone::claim).map(speech -> {
            said = speech;
            return speech;
        });
    }

    void spoke(LiveSpeech speech) {
        if (talking.isTalking()) {
            next.addLast(speech);
        } else if (power.isOnce() && replies.isRunning()) { // the answer was typed
            power.sleep();
        } else if (replies.isRunning() && !parts.handsFree().bargeIn()) {
            speech.close();
        } else {
            begin(speech);
        }
    }

    private void begin(LiveSpeech speech) {
        said = speech;
        talking.begin(speech, new Outcome());
    }

    void fellSilent(LiveSpeech speech, Duration silence) {
        if (speech == said) {
            if (silence.isZero()) {
                talking.tally().endless();
            }
            talking.endAfter(silence);
        }
    }

    /** {@code dropped} by the user: then what was said meanwhile is so, too. */
    void talkOver(boolean dropped) {
        said = null;
        if (power.isOnce()) {
            power.sleep();
        }
        if (dropped) {
            drop();
        }
        if (!next.isEmpty()) {
            begin(next.removeFirst());
        }
    }

    private void sentenceEnded() {
        Optional<Duration> quiet = power.microphone().flatMap(OpenMicrophone::pause);
        if (quiet.isPresent()) {
            talking.endAfter(quiet.get());
            return;
        }
        int then = updates;
        LiveSpeech whose = said;
        display.later(
                () -> {
                    if (said == whose && updates == then) {
                        talking.endAfter(WORDLESS);
                    }
                },
                WORDLESS);
    }

    /** How the talk that began by itself goes. */
    private final class Outcome implements TalkListener {
        @Override
        public void heard(String words, boolean whole) {
            updates++;
            TurnEnd byWords = parts.interjections().turnEnd(words);
            TurnEnd end = power.microphone()
                    .filter(microphone -> said != null && !said.isOver())
                    .map(microphone -> microphone.heard(byWords))
                    .orElse(byWords);
            if (whole && end != TurnEnd.UNFINISHED) {
                sentenceEnded();
            }
        }

        @Override
        public void understood(String words, Optional<AssistantException> fault) {
            failures = 0;
            if (power.isOn() && parts.interjections().isGoodbye(words)) {
                power.turnOff();
            }
        }

        @Override
        public void failed(AssistantException fault) {
            failures++;
            boolean hopeless = fault.kind() == FaultKind.CREDENTIALS || fault.kind() == FaultKind.SETTINGS;
            if (power.isOn() && (hopeless || failures >= MOST_FAILURES) && power.sleep()) {
                failures = 0;
                display.notice(tr("Hands-free is asleep because speech cannot be recognized. Press Enter to wake it."));
            }
        }
    }
}
