package dev.voicebot.talk;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.audio.Recording;
import dev.voicebot.config.Answering;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.screen.ChatDisplay;
import dev.voicebot.screen.ChatState;
import dev.voicebot.screen.Replies;
import dev.voicebot.screen.SlashCommand;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A conversation without keys: the microphone is open, what is said begins and ends by itself and interrupts the reply, and
 * after a long silence the microphone closes. All under the line's lock.
 */
public final class HandsFree {
    /** For the answer to a question, the microphone is open in vain for so long. */
    private static final Duration FOR_AN_ANSWER = Duration.ofSeconds(10);

    private final TalkParts parts;
    private final ChatDisplay display;
    private final Replies replies;
    private final Talking talking;
    private final HearingOffer offer;
    private final SpokenTurns turns;
    private final Slumber slumber;
    private @Nullable OpenMicrophone microphone; // while it is on and awake
    private @Nullable Recording handedOver; // by what listened for the wake word
    private boolean on;
    private boolean once; // open for one answer only

    public HandsFree(TalkParts parts, ChatDisplay display, Replies replies, Talking talking, HearingOffer offer) {
        this.offer = offer;
        this.parts = parts;
        this.display = display;
        this.replies = replies;
        this.talking = talking;
        this.turns = new SpokenTurns(parts, display, replies, talking, new Power());
        this.slumber = new Slumber(parts, display, this::wakeTo, this::lost);
        talking.withoutKeys(turns::claim, this::wake, turns::talkOver);
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
            display.dim(parts.senses()
                    .wakeWord()
                    .map(word -> tr("Hands-free is on: say \"%s\". /handsfree off turns it off.", word.phrase()))
                    .orElseGet(() -> tr("Hands-free is on: just speak. /handsfree off turns it off.")));
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
        turns.forgetFailures();
        if (parts.senses().wakeWord().isPresent()) {
            slumber.begin();
        } else {
            open();
        }
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
        open(parts.openMicrophone());
    }

    /** The wake word was said; {@code sound} goes on behind it. */
    private void wakeTo(Recording sound) {
        handedOver = sound;
        open(() -> sound);
    }

    private void open(AudioInput input) {
        slumber.end();
        Ears ears = new Ears();
        OpenMicrophone opening = new OpenMicrophone(
                parts.handsFree(),
                once ? FOR_AN_ANSWER : parts.handsFree().sleepAfter(),
                parts.senses(),
                replies::isRunning,
                ears);
        ears.microphone = opening;
        microphone = opening;
        display.idle(ChatState.Still.OPENING);
        opening.open(input, parts.recognizer());
    }

    /** What is being said is still understood. */
    public void off() {
        on = false;
        slumber.end();
        closeMicrophone();
        display.idle(ChatState.Still.IDLE);
    }

    /** Whether there was something to put to sleep. */
    public boolean sleep() {
        if (microphone == null) {
            return false;
        }
        closeMicrophone();
        if (on) {
            slumber.begin();
        } else {
            display.idle(ChatState.Still.IDLE);
        }
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
        pause().run();
    }

    /** Closes the microphone; what is given opens it again, to hear what it heard before. */
    public Runnable pause() {
        boolean wasAsleep = slumber.end();
        boolean wasAwake = microphone != null && on;
        if (microphone != null) {
            closeMicrophone();
            display.idle(on ? ChatState.Still.ASLEEP : ChatState.Still.IDLE);
        }
        return () -> {
            if (wasAsleep) {
                slumber.begin();
            } else if (wasAwake) {
                open();
            }
        };
    }

    private void closeMicrophone() {
        if (microphone != null) {
            microphone.close();
        }
        if (handedOver != null) {
            handedOver.close(); // perhaps nobody has taken it
        }
        handedOver = null;
        microphone = null;
        once = false;
        turns.drop();
    }

    private void lost(AssistantException fault) {
        boolean wasOn = on;
        off();
        display.notice(fault.userMessage());
        if (wasOn) {
            display.dim(tr("Hands-free is off. /handsfree turns it back on."));
        }
    }

    /** What the talks may do to the microphone. */
    private final class Power implements SpokenTurns.Switch {
        @Override
        public Optional<OpenMicrophone> microphone() {
            return Optional.ofNullable(microphone);
        }

        @Override
        public boolean isOn() {
            return on;
        }

        @Override
        public boolean isOnce() {
            return once;
        }

        @Override
        public boolean sleep() {
            return HandsFree.this.sleep();
        }

        @Override
        public void turnOff() {
            turn(false);
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
        public void spoke(LiveSpeech speech) {
            later(() -> turns.spoke(speech));
        }

        @Override
        public void fellSilent(LiveSpeech speech, Duration silence) {
            later(() -> turns.fellSilent(speech, silence));
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
