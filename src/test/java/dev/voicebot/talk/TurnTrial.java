package dev.voicebot.talk;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Recording;
import dev.voicebot.audio.SpeechDetector;
import dev.voicebot.audio.SpokenClips;
import dev.voicebot.config.HandsFreeSettings;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.repl.ScriptedSpeech;
import dev.voicebot.threads.Worker;
import dev.voicebot.turntaking.TurnEnd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** Where an open microphone ends a turn that it is given at once, with the words as a recognizer reports them. */
public final class TurnTrial {
    private static final int FRAME = SpokenClips.RATE / 50;

    /**
     * What a recognizer has understood.
     *
     * @param from when the words began, in seconds
     * @param told when they are reported
     */
    public record Words(double from, double told, String text) {}

    private final short[] sound;
    private final List<Words> words;
    private final Senses senses;
    private final List<Double> ends = new ArrayList<>(); // seconds
    private final CountDownLatch over = new CountDownLatch(1);
    private final OpenMicrophone microphone;
    private double now;
    private double begun = -1; // the utterance; none runs

    private TurnTrial(short[] sound, List<Words> words, HandsFreeSettings settings, Senses senses) {
        this.sound = sound;
        this.words = words;
        this.senses = senses;
        this.microphone = new OpenMicrophone(settings, Duration.ofMinutes(2), senses, () -> false, new Ends());
    }

    /** The moments at which a turn was taken to be over. */
    public static List<Double> ends(short[] sound, List<Words> words, HandsFreeSettings settings, Senses senses)
            throws InterruptedException {
        TurnTrial trial = new TurnTrial(sound, words, settings, senses);
        trial.microphone.open(trial.new Sound(), new ScriptedSpeech()::recognizer);
        trial.over.await();
        trial.microphone.close();
        return trial.ends;
    }

    private void pass(int to) {
        double before = now;
        now = (double) to / SpokenClips.RATE;
        if (begun >= 0 && words.stream().anyMatch(it -> it.told() > before && it.told() <= now)) {
            String said = words.stream()
                    .filter(it -> it.from() >= begun && it.told() <= now)
                    .map(Words::text)
                    .collect(Collectors.joining());
            microphone.heard(TurnEnd.of(said));
        }
        if (senses.turnModel().get().isPresent()) {
            CompletableFuture.runAsync(() -> {}, Worker.TURN_END.only()).join(); // what was asked has been answered
        }
    }

    private final class Sound implements AudioInput, Recording {
        private int at;

        @Override
        public Recording start() {
            return this;
        }

        @Override
        public int sampleRate() {
            return SpokenClips.RATE;
        }

        @Override
        public Optional<PcmFrame> next() {
            if (at + FRAME > sound.length) {
                return Optional.empty();
            }
            pass(at + FRAME);
            PcmFrame frame = new PcmFrame(Arrays.copyOfRange(sound, at, at + FRAME), SpokenClips.RATE);
            at += FRAME;
            return Optional.of(frame);
        }

        @Override
        public void stop() {}

        @Override
        public void close() {
            over.countDown();
        }
    }

    /** All on the microphone's thread, as is the sound. */
    private final class Ends implements OpenMicrophone.Listener {
        @Override
        public void spoke(LiveSpeech speech) {
            begun = now - SpeechDetector.ONSET.toMillis() / 1000.0 - 0.4;
        }

        @Override
        public void fellSilent(LiveSpeech speech, Duration silence) {
            begun = -1;
            ends.add(now);
        }

        @Override
        public void failed(AssistantException fault) {
            over.countDown();
        }
    }
}
