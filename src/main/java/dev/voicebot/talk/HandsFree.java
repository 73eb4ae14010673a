package dev.voicebot.talk;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.config.Answering;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.screen.ChatDisplay;
import dev.voicebot.screen.ChatState;
import dev.voicebot.screen.Replies;
import dev.voicebot.screen.SlashCommand;
import dev.voicebot.turntaking.TurnEnd;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A conversation without keys: what is said begins and ends by itself, interrupts the reply, and after a long silence the
 * microphone closes. All under the line's lock.
 */
public final class HandsFree {
    /** A recogniser's sentence may end in the middle of speech: so long must be silent, too. */
    private static final Duration GAP = Duration.ofMillis(300);

    /** In a room that is never silent, the end of a sentence counts when no word follows for so long. */
    private static final Duration WORDLESS = Duration.ofMillis(1500);

    /** For the answer to a question, the microphone is open in vain for so long. */
    private static final Duration FOR_AN_ANSWER = Duration.ofSeconds(10);

    private static final int MOST_FAILURES = 3;

    private final TalkParts parts;
    private final ChatDisplay display;
    private final Replies replies;
    private final Talking talking;
    private final HearingOffer offer;
    private @Nullable OpenMicrophone microphone; // while it is on and awake
    private @Nullable Utterance said; // the talk that runs, when it began by itself
    private final Deque<Utterance> next = new ArrayDeque<>(); // while the words before are being recognised
    private boolean on;
    private boolean once; // open for one answer only
    private int updates; // of what is being understood
    private int failures; // in a row

    public HandsFree(TalkParts parts, ChatDisplay display, Replies replies, Talking talking, HearingOffer offer) {
        this.offer = offer;
        this.parts = parts;
        this.display = display;
        this.replies = replies;
        this.talking = talking;
        talking.withoutKeys(this::claim, this::wake, this::talkOver);
        replies.onQuestion(this::listenForAnswer);
    }

    public List<SlashCommand> commands() {
        return List.of(SlashCommand.of("/handsfree", "[on|off]", tr("turn hands-free on or off"), this::command)
                .completing(() -> List.of(
                        new SlashCommand.Choice("on", tr("listen continuously")),
                        new SlashCommand.Choice("off", tr("use the talk key")))));
    }

    private void command(String wanted) {
        switch (wanted) {
            case "" -> turn(!on);
            case "on" -> turn(true);
            case "off" -> turn(false);
            default -> display.notice(tr("Use /handsfree on or /handsfree off."));
        }
    }

    private void turn(boolean wanted) {
        if (wanted && !on) {
            turnOn();
        } else if (!wanted && on) {
            off();
            display.dim(tr("Hands-free is off."));
        } else {
            display.dim(on ? tr("Hands-free is already on.") : tr("Hands-free is already off."));
        }
    }

    private void turnOn() {
        if (!offer.takes(this::turnOn)) {
            display.dim(tr("Hands-free is on: just speak. /handsfree off turns it off."));
            on();
        }
    }

    /** When the chat begins. */
    public void start() {
        if (parts.handsFree().enabled() && !offer.takes(this::turnOn)) {
            on();
        }
    }

    private void on() {
        closeMicrophone();
        on = true;
        failures = 0;
        open();
    }

    private void listenForAnswer() {
        boolean wanted = parts.style().settings().answer() == Answering.AUTO
                && parts.hears().getAsBoolean();
        if (wanted && !on && microphone == null && !talking.isTalking()) {
            once = true;
            talking.ring();
            open();
        }
    }

    private void open() {
        Ears ears = new Ears();
        OpenMicrophone opening = new OpenMicrophone(
                parts.handsFree(),
                once ? FOR_AN_ANSWER : parts.handsFree().sleepAfter(),
                parts.detection(),
                parts.playback(),
                replies::isRunning,
                ears);
        ears.microphone = opening;
        microphone = opening;
        display.idle(ChatState.Still.OPENING);
        opening.open(parts.openMicrophone(), parts.recognizer());
    }

    /** What is being said is still understood. */
    public void off() {
        on = false;
        closeMicrophone();
        display.idle(ChatState.Still.IDLE);
    }

    /** Whether there was something to put to sleep. */
    public boolean sleep() {
        if (microphone == null) {
            return false;
        }
        closeMicrophone();
        display.idle(on ? ChatState.Still.ASLEEP : ChatState.Still.IDLE);
        return true;
    }

    /** Esc, while the microphone is open for an answer; whether it was. */
    public boolean stopsListening() {
        return once && sleep();
    }

    /** Whether it slept. */
    public boolean wake() {
        if (!on || microphone != null) {
            return false;
        }
        open();
        return true;
    }

    /** Another microphone was chosen. */
    public void reopen() {
        if (sleep() && on) {
            open();
        }
    }

    private void closeMicrophone() {
        if (microphone != null) {
            microphone.close();
        }
        microphone = null;
        once = false;
        drop();
    }

    /** What waits to be recognised never will be. */
    private void drop() {
        next.forEach(Utterance::close);
        next.clear();
    }

    /** The sound for a talk that a key begins; empty when it has to open the microphone. */
    private Optional<AudioInput> claim() {
        return Optional.ofNullable(microphone).flatMap(OpenMicrophone::claim).map(utterance -> {
            said = utterance;
            return utterance;
        });
    }

    private void spoke(Utterance utterance) {
        if (talking.isTalking()) {
            next.addLast(utterance);
        } else if (once && replies.isRunning()) { // the answer was typed
            sleep();
        } else if (replies.isRunning() && !parts.handsFree().bargeIn()) {
            utterance.close();
        } else {
            begin(utterance);
        }
    }

    private void begin(Utterance utterance) {
        said = utterance;
        talking.begin(utterance, new Outcome());
    }

    private void fellSilent(Utterance utterance, Duration silence) {
        if (utterance == said) {
            talking.endAfter(silence);
        }
    }

    /** {@code dropped} by the user: then what was said meanwhile is so, too. */
    private void talkOver(boolean dropped) {
        said = null;
        if (once) {
            sleep();
        }
        if (dropped) {
            drop();
        }
        if (!next.isEmpty()) {
            begin(next.removeFirst());
        }
    }

    private void sentenceEnded() {
        if (microphone != null && microphone.quiet().compareTo(GAP) >= 0) {
            talking.endAfter(microphone.quiet());
            return;
        }
        int then = updates;
        Utterance whose = said;
        display.later(
                () -> {
                    if (said == whose && updates == then) {
                        talking.endAfter(WORDLESS);
                    }
                },
                WORDLESS);
    }

    private void lost(AssistantException fault) {
        boolean wasOn = on;
        off();
        display.notice(fault.userMessage());
        if (wasOn) {
            display.dim(tr("Hands-free is off. /handsfree turns it back on."));
        }
    }

    /** How the talk that began by itself goes. */
    private final class Outcome implements TalkListener {
        @Override
        public void heard(String words, boolean whole) {
            updates++;
            TurnEnd end = parts.interjections().isAny(words) ? TurnEnd.FINISHED : TurnEnd.of(words);
            if (microphone != null && said != null && !said.isOver()) {
                microphone.heard(end);
            }
            if (whole && end != TurnEnd.UNFINISHED) {
                sentenceEnded();
            }
        }

        @Override
        public void understood(String words, Optional<AssistantException> fault) {
            failures = 0;
            if (on && parts.interjections().isGoodbye(words)) {
                turn(false);
            }
        }

        @Override
        public void failed(AssistantException fault) {
            failures++;
            boolean hopeless = fault.kind() == FaultKind.CREDENTIALS || fault.kind() == FaultKind.SETTINGS;
            if (on && (hopeless || failures >= MOST_FAILURES) && sleep()) {
                failures = 0;
                display.notice(tr("Hands-free is asleep because speech cannot be recognized. Press Enter to wake it."));
            }
        }
    }

    /** What the microphone tells, on its thread. */
    private final class Ears implements OpenMicrophone.Listener {
        private volatile @Nullable OpenMicrophone microphone; // set once, before it opens

        private void later(Runnable work) {
            display.later(() -> {
                if (HandsFree.this.microphone == microphone) {
                    work.run();
                }
            });
        }

        @Override
        public void opened() {
            later(() -> display.idle(ChatState.Still.LISTENING));
        }

        @Override
        public void spoke(Utterance utterance) {
            later(() -> HandsFree.this.spoke(utterance));
        }

        @Override
        public void fellSilent(Utterance utterance, Duration silence) {
            later(() -> HandsFree.this.fellSilent(utterance, silence));
        }

        @Override
        public void idle() {
            later(() -> {
                if (!talking.isTalking() && (once || !replies.isRunning())) {
                    sleep();
                }
            });
        }

        @Override
        public void mute() {
            later(() -> display.notice(tr(Talk.MUTE)));
        }

        @Override
        public void failed(AssistantException fault) {
            later(() -> lost(fault));
        }
    }
}
