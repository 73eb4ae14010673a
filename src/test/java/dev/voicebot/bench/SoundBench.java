package dev.voicebot.bench;

import dev.voicebot.audio.Correlation;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.WavWriter;
import dev.voicebot.sound.VirtualSoundCard;
import dev.voicebot.standin.ReceivedSpeech;
import dev.voicebot.standin.Script;
import dev.voicebot.standin.StandIn;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * The packaged program on a sound card: from the talk key to the first sound that is captured, from an interruption to
 * silence, from a line in a pipe to its sound. Both ends of the card are recorded, 20 ms at a time, so that every figure
 * may be that much too large.
 */
final class SoundBench {
    private static final int BYTES_PER_SECOND = VirtualSoundCard.rate() * PcmFrame.BYTES_PER_SAMPLE;
    private static final int LOUD = 300;
    private static final String ESCAPE = "\033";
    private static final String TALK = "\033OQ"; // F2
    private static final Duration FIRST_AUDIO = Duration.ofMillis(300);

    private final Path folder;
    private final int times;
    private final Report report;

    SoundBench(Path folder, int times, Report report) {
        this.folder = folder;
        this.times = times;
        this.report = report;
    }

    void run() throws Exception {
        try (VirtualSoundCard card = VirtualSoundCard.start(folder.resolve("card"))) {
            try (StandIn standIn = StandIn.start(script())) {
                talking(card, standIn, program(card, standIn));
            }
            try (StandIn standIn = StandIn.start(script())) {
                interrupting(card, program(card, standIn));
            }
            try (StandIn standIn = StandIn.start(script().firstAudioDelay(FIRST_AUDIO))) {
                reading(card, standIn, program(card, standIn));
            }
        }
    }

    private static Script script() {
        return new Script()
                .sentences("Stop that.")
                .endSilence(Duration.ofHours(1))
                .tokens(Duration.ofMillis(50), Duration.ofMillis(2))
                .answer(Language.ENGLISH.tokens(400).toArray(String[]::new))
                .audioPace(4);
    }

    private Launched program(VirtualSoundCard card, StandIn standIn) throws IOException {
        return new Launched(folder.resolve("sound")).with(card.environment()).with(standIn.environment());
    }

    private void talking(VirtualSoundCard card, StandIn standIn, Launched program) throws Exception {
        Figures captured = new Figures();
        int seconds = 8 + 5 * times;
        Path noise = noise(folder.resolve("noise.wav"), seconds);
        Thread saying = new Thread(() -> say(card, noise), "noise");
        saying.setDaemon(true);
        try (TerminalProgram chat = program.onTerminal("chat");
                VirtualSoundCard.Heard heard = card.hearMicrophone()) {
            chat.await("›", 0);
            TimeUnit.SECONDS.sleep(1);
            saying.start();
            await(() -> last(heard.sound()) > BYTES_PER_SECOND / 2);
            for (int i = 0; i < times; i++) {
                int from = chat.written();
                int key = heard.sound().length;
                chat.type(TALK);
                ReceivedSpeech talk = standIn.recognition();
                await(() -> talk.sound().length > BYTES_PER_SECOND);
                chat.type("\r");
                chat.await("Stop that.", from);
                captured.addNanos(nanos(place(talk.sound(), heard.sound(), key) - key));
                chat.type(ESCAPE); // the reply is not wanted
                TimeUnit.MILLISECONDS.sleep(500);
            }
        }
        report.time("talk key → first captured sample, real sound device", captured);
    }

    private static void say(VirtualSoundCard card, Path sound) {
        try {
            card.say(sound);
        } catch (IOException | AssertionError e) {
            return; // the card was closed: what was to be heard was heard
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where in the whole sound, in bytes, a part of it begins. */
    private int place(byte[] part, byte[] whole, int around) {
        int from = Math.max(0, around - BYTES_PER_SECOND);
        Correlation.Match match = Correlation.match(
                Arrays.copyOf(part, BYTES_PER_SECOND / 2),
                VirtualSoundCard.rate(),
                Arrays.copyOfRange(whole, from, whole.length),
                VirtualSoundCard.rate());
        if (match.likeness() < 0.8) {
            report.fault("the first half second of a talk came broken: " + match);
        }
        return from + ((int) (match.seconds() * VirtualSoundCard.rate())) * PcmFrame.BYTES_PER_SAMPLE;
    }

    private void interrupting(VirtualSoundCard card, Launched program) throws Exception {
        Figures silence = new Figures();
        try (TerminalProgram chat = program.onTerminal("chat");
                VirtualSoundCard.Heard heard = card.hear()) {
            chat.await("›", 0);
            TimeUnit.SECONDS.sleep(1);
            for (int i = 0; i < times; i++) {
                int before = heard.sound().length;
                chat.type("tell me\r");
                await(() -> last(heard.sound()) - before > BYTES_PER_SECOND / 2);
                int key = heard.sound().length;
                chat.type(List.of(ESCAPE, "\003", TALK).get(i % 3)); // \003 is Ctrl-C
                await(() -> heard.sound().length - last(heard.sound()) > BYTES_PER_SECOND / 2);
                silence.addNanos(nanos(Math.max(0, last(heard.sound()) - key)));
                chat.type(ESCAPE); // drops what is being said
                TimeUnit.MILLISECONDS.sleep(300);
            }
        }
        report.time("Esc, Ctrl-C or talk key → silence at the speaker's monitor", silence);
    }

    private void reading(VirtualSoundCard card, StandIn standIn, Launched program) throws Exception {
        Figures text = new Figures();
        Figures sound = new Figures();
        try (VirtualSoundCard.Heard heard = card.hear()) {
            for (int i = 0; i < times; i++) {
                Process speak = program.start("speak");
                TimeUnit.MILLISECONDS.sleep(1500); // it waits for its first line
                long line = System.nanoTime();
                int before = heard.sound().length;
                OutputStream pipe = speak.getOutputStream();
                pipe.write("Good morning, this is the first line.\n".getBytes(StandardCharsets.UTF_8));
                pipe.flush();
                ReceivedSpeech speech = standIn.spoken();
                text.addNanos(speech.textTimes().get(0) - line);
                await(() -> first(heard.sound(), before) >= 0);
                sound.addNanos(nanos(first(heard.sound(), before) - before) - FIRST_AUDIO.toNanos());
                pipe.close();
                speak.waitFor();
            }
        }
        report.time("`speak`: first line in the pipe → its words at the service", text);
        report.time("`speak`: first line in the pipe → first sound at the monitor, without the service's 300", sound);
    }

    /** Looks every few milliseconds, for half a minute. */
    private static void await(Condition condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the sound that was waited for never came");
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static long nanos(int bytes) {
        return bytes * 1_000_000_000L / BYTES_PER_SECOND;
    }

    private static int first(byte[] sound, int from) {
        for (int i = from - from % 2; i + 1 < sound.length; i += 2) {
            if (isLoud(sound, i)) {
                return i;
            }
        }
        return -1;
    }

    private static int last(byte[] sound) {
        for (int i = sound.length - 2 - sound.length % 2; i >= 0; i -= 2) {
            if (isLoud(sound, i)) {
                return i;
            }
        }
        return 0;
    }

    private static boolean isLoud(byte[] sound, int at) {
        return Math.abs((sound[at + 1] << 8) | (sound[at] & 0xff)) > LOUD;
    }

    /** Every place of it sounds like no other. */
    private static Path noise(Path file, int seconds) throws IOException {
        Random random = new Random(5);
        int smooth = 0;
        short[] samples = new short[seconds * VirtualSoundCard.rate()];
        for (int i = 0; i < samples.length; i++) {
            smooth += (random.nextInt(20001) - 10000 - smooth) / 6; // most of it below 1 kHz
            samples[i] = (short) smooth;
        }
        try (WavWriter writer = WavWriter.createNew(file, VirtualSoundCard.rate())) {
            writer.write(new PcmFrame(samples, VirtualSoundCard.rate()));
        }
        return file;
    }
}
