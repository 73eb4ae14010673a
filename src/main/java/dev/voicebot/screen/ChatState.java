package dev.voicebot.screen;

import static dev.voicebot.text.Messages.mark;
import static dev.voicebot.text.Messages.tr;

import dev.voicebot.localmodels.PullPace;
import dev.voicebot.localmodels.Sizes;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a chat is doing, for the screen, for a screen reader and for {@code voicebot ctl status}. */
public sealed interface ChatState {
    /** Before the prompt; empty for nothing. */
    String onScreen();

    /** In words, once, for a screen reader; empty where nothing is said. */
    default Optional<String> aloud() {
        return Optional.of(onScreen());
    }

    /** One of the words in {@code docs/control.md}. */
    String status();

    /** States that are the same however long they last. */
    enum Still implements ChatState {
        IDLE("", mark("ready"), "idle"),
        /** The microphone is being opened. */
        OPENING(mark("microphone…"), "", "listening"),
        /** Hands-free: the microphone is open, and it is quiet. */
        LISTENING(mark("listening"), mark("listening"), "listening"),
        /** Hands-free: the microphone was closed after a long silence. */
        ASLEEP(mark("asleep (press Enter)"), mark("asleep (press Enter)"), "asleep"),
        RECOGNIZING(mark("recognizing…"), mark("recognizing"), "listening"),
        /** A saved reply is played. */
        REPLAYING(mark("replaying"), mark("replaying"), "replaying"),
        /** A downloaded model is checked and put in its place. */
        UNPACKING(mark("checking the download…"), mark("checking the download"), "idle");

        private final String onScreen;
        private final String aloud;
        private final String status;

        Still(String onScreen, String aloud, String status) {
            this.onScreen = onScreen;
            this.aloud = aloud;
            this.status = status;
        }

        @Override
        public String onScreen() {
            return tr(onScreen);
        }

        @Override
        public Optional<String> aloud() {
            return Optional.of(tr(aloud)).filter(words -> !words.isEmpty());
        }

        @Override
        public String status() {
            return status;
        }
    }

    /** Hands-free: nothing is understood but the phrase that wakes it. */
    record Asleep(String phrase) implements ChatState {
        @Override
        public String onScreen() {
            return tr("asleep (say \"%s\")", phrase);
        }

        @Override
        public String status() {
            return "asleep";
        }
    }

    /** What began a talk. */
    enum Start {
        BY_KEY(mark("rec"), mark("listening")),
        BY_VOICE(mark("hearing"), mark("hearing"));

        private final String onScreen;
        private final String aloud;

        Start(String onScreen, String aloud) {
            this.onScreen = onScreen;
            this.aloud = aloud;
        }
    }

    /**
     * Somebody speaks.
     *
     * @param levels how loud it was of late, 0 to 1, the newest last; none before the first sound
     * @param deaf whether the recognizer is gone, and the sound is only kept
     */
    record Recording(Start start, Duration length, List<Double> levels, boolean deaf) implements ChatState {
        private static final String BARS = "▁▂▃▄▅▆▇█";

        @Override
        public String onScreen() {
            if (levels.isEmpty()) {
                return "● " + tr(start.onScreen);
            }
            StringBuilder bars = new StringBuilder();
            levels.forEach(level -> bars.append(BARS.charAt((int) Math.round(level * (BARS.length() - 1)))));
            return "● %s %d:%02d %s%s"
                    .formatted(
                            tr(start.onScreen),
                            length.toMinutes(),
                            length.toSecondsPart(),
                            bars,
                            deaf ? tr(" offline, still recording") : "");
        }

        @Override
        public Optional<String> aloud() {
            return Optional.of(tr(start.aloud));
        }

        @Override
        public String status() {
            return "listening";
        }
    }

    /**
     * The model has not begun to answer.
     *
     * @param waited where it takes long
     */
    record Thinking(Optional<Duration> waited, double speed) implements ChatState {
        @Override
        public String onScreen() {
            String time = waited.map(so -> " " + so.toSeconds() + "s").orElse("…");
            return tr("thinking") + time + withSpeed(speed);
        }

        @Override
        public Optional<String> aloud() {
            return Optional.of(tr("thinking"));
        }

        @Override
        public String status() {
            return "thinking";
        }
    }

    /** The model answers, and nothing of it is heard yet. A screen reader reads the answer itself. */
    record Writing(double speed) implements ChatState {
        @Override
        public String onScreen() {
            return tr("writing…") + withSpeed(speed);
        }

        @Override
        public Optional<String> aloud() {
            return Optional.empty();
        }

        @Override
        public String status() {
            return "thinking";
        }
    }

    /** The reply is being heard. */
    record Speaking(double speed) implements ChatState {
        @Override
        public String onScreen() {
            return tr("speaking") + withSpeed(speed);
        }

        @Override
        public Optional<String> aloud() {
            return Optional.of(speedAloud(tr("speaking"), speed));
        }

        @Override
        public String status() {
            return "speaking";
        }
    }

    /** The reply's sound waits to be resumed. */
    record Paused(double speed) implements ChatState {
        @Override
        public String onScreen() {
            return tr("paused") + withSpeed(speed);
        }

        @Override
        public Optional<String> aloud() {
            return Optional.of(speedAloud(tr("paused"), speed));
        }

        @Override
        public String status() {
            return "paused";
        }
    }

    /** A question was asked that the next line answers. */
    record Asking(String choices) implements ChatState {
        @Override
        public String onScreen() {
            return choices;
        }

        @Override
        public Optional<String> aloud() {
            return Optional.empty();
        }

        @Override
        public String status() {
            return "idle";
        }
    }

    /** A model is being downloaded. */
    record Downloading(PullPace.Moment moment) implements ChatState {
        private static final int STEP = 25; // percent, for a screen reader

        @Override
        public String onScreen() {
            Duration left = moment.left();
            String pace = moment.speed() == 0
                    ? ""
                    : " " + Sizes.words(moment.speed()) + "/s"
                            + tr(" %d:%02d left", left.toMinutes(), left.toSecondsPart());
            return tr("download") + " " + moment.percent() + "%" + pace;
        }

        @Override
        public Optional<String> aloud() {
            return Optional.of(tr("downloading: %s%%", moment.percent() / STEP * STEP));
        }

        @Override
        public String status() {
            return "idle";
        }
    }

    /** As in {@code 1.25×}. */
    static String speed(double factor) {
        return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(factor) + "×";
    }

    private static String speedAloud(String state, double factor) {
        String number = speed(factor).replace("×", "");
        return factor == 1 ? state : tr("%s, at %s times the usual speed", state, number);
    }

    private static String withSpeed(double factor) {
        return factor == 1 ? "" : " " + speed(factor);
    }
}
