package dev.voicebot.repl;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a chat is doing, for the screen, for a screen reader and for {@code voicebot ctl status}. */
sealed interface ChatState {
    /** Before the prompt; empty for nothing. */
    String onScreen();

    /** In words, once, for a screen reader; empty where nothing is said. */
    Optional<String> aloud();

    /** One of the words in {@code docs/control.md}. */
    String status();

    /** What began a talk. */
    enum Start {
        BY_KEY("rec", "listening"),
        BY_VOICE("hearing", "hearing");

        private final String onScreen;
        private final String aloud;

        Start(String onScreen, String aloud) {
            this.onScreen = onScreen;
            this.aloud = aloud;
        }
    }

    /** Nothing happens. */
    record Idle() implements ChatState {
        @Override
        public String onScreen() {
            return "";
        }

        @Override
        public Optional<String> aloud() {
            return Optional.of("ready");
        }

        @Override
        public String status() {
            return "idle";
        }
    }

    /** The microphone is being opened. */
    record Opening() implements ChatState {
        @Override
        public String onScreen() {
            return "microphone…";
        }

        @Override
        public Optional<String> aloud() {
            return Optional.empty();
        }

        @Override
        public String status() {
            return "listening";
        }
    }

    /** Hands-free: the microphone is open, and nobody speaks. */
    record Listening() implements ChatState {
        @Override
        public String onScreen() {
            return "listening";
        }

        @Override
        public Optional<String> aloud() {
            return Optional.of("listening");
        }

        @Override
        public String status() {
            return "listening";
        }
    }

    /** Hands-free: the microphone was closed after a long silence. */
    record Asleep() implements ChatState {
        @Override
        public String onScreen() {
            return "asleep (press Enter)";
        }

        @Override
        public Optional<String> aloud() {
            return Optional.of(onScreen());
        }

        @Override
        public String status() {
            return "asleep";
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
                return "● " + start.onScreen;
            }
            StringBuilder bars = new StringBuilder();
            levels.forEach(level -> bars.append(BARS.charAt((int) Math.round(level * (BARS.length() - 1)))));
            return "● %s %d:%02d %s%s"
                    .formatted(
                            start.onScreen,
                            length.toMinutes(),
                            length.toSecondsPart(),
                            bars,
                            deaf ? " offline, still recording" : "");
        }

        @Override
        public Optional<String> aloud() {
            return Optional.of(start.aloud);
        }

        @Override
        public String status() {
            return "listening";
        }
    }

    /** What was said is being understood. */
    record Recognizing() implements ChatState {
        @Override
        public String onScreen() {
            return "recognizing…";
        }

        @Override
        public Optional<String> aloud() {
            return Optional.of("recognizing");
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
            return "thinking" + time + withSpeed(speed);
        }

        @Override
        public Optional<String> aloud() {
            return Optional.of("thinking");
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
            return "writing…" + withSpeed(speed);
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
            return "speaking" + withSpeed(speed);
        }

        @Override
        public Optional<String> aloud() {
            return Optional.of(onScreen());
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
            return "paused" + withSpeed(speed);
        }

        @Override
        public Optional<String> aloud() {
            return Optional.of(onScreen());
        }

        @Override
        public String status() {
            return "paused";
        }
    }

    /** A saved reply is heard again. */
    record Replaying() implements ChatState {
        @Override
        public String onScreen() {
            return "replaying";
        }

        @Override
        public Optional<String> aloud() {
            return Optional.of("replaying");
        }

        @Override
        public String status() {
            return "replaying";
        }
    }

    /** As in {@code 1.25×}. */
    static String speed(double factor) {
        return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(factor) + "×";
    }

    private static String withSpeed(double factor) {
        return factor == 1 ? "" : " " + speed(factor);
    }
}
