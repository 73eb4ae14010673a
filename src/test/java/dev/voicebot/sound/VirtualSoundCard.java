package dev.voicebot.sound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.Await;
import dev.voicebot.Requirements;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A private sound server with a microphone that plays what it is fed and a speaker that can be recorded. */
public final class VirtualSoundCard implements AutoCloseable {
    private static final String SCRIPT =
            Path.of("scripts", "virtual-audio").toAbsolutePath().toString();
    private static final int RATE = 16000;

    private final Path folder;
    private final Map<String, String> environment = new LinkedHashMap<>();

    private VirtualSoundCard(Path folder) {
        this.folder = folder;
    }

    /** Needs PulseAudio and its ALSA plug-in; {@code folder} is made, and gone after {@link #close}. */
    public static VirtualSoundCard start(Path folder) throws IOException, InterruptedException {
        Requirements.commands("pulseaudio", "pactl", "paplay", "parecord");
        VirtualSoundCard card = new VirtualSoundCard(folder);
        for (String line : card.run(SCRIPT, "start", folder.toString()).lines().toList()) {
            String[] words = line.replaceFirst("^export ", "").split("=", 2);
            card.environment.put(words[0], words[1].replaceAll("^'|'$", ""));
        }
        return card;
    }

    /** What a program needs to use this card. */
    public Map<String, String> environment() {
        return environment;
    }

    /** Waits until some program listens to the microphone. */
    public void awaitListener() throws IOException, InterruptedException {
        // the card has a stream of its own
        Await.until(
                "a listener to the microphone",
                () -> run("pactl", "list", "source-outputs").contains("ALSA plug-in"));
    }

    /** Plays a WAV file into the microphone, to its end. */
    public void say(Path wav) throws IOException, InterruptedException {
        run(SCRIPT, "say-wav", wav.toString());
    }

    /** From now on the microphone hears what the speaker plays. */
    public void loop() throws IOException, InterruptedException {
        run("pactl", "load-module", "module-loopback", "source=virtual_speaker.monitor", "sink=virtual_mic_in");
    }

    /** From now on the server has a second microphone, without what the speaker plays. */
    public void cancelEcho() throws IOException, InterruptedException {
        run("pactl", "load-module", "module-echo-cancel");
    }

    /** Name of the source that a program listens to; waits until one does. */
    public String sourceInUse() {
        return Await.value(() -> "a listener to a microphone", () -> {
            String sources = run("pactl", "list", "short", "sources");
            return Pattern.compile("(?s)Source: (\\d+)\n(?:(?!Source Output #).)*ALSA plug-in")
                    .matcher(run("pactl", "list", "source-outputs"))
                    .results()
                    .flatMap(use -> sources.lines().filter(line -> line.startsWith(use.group(1) + "\t")))
                    .map(line -> line.split("\t", -1)[1])
                    .findFirst();
        });
    }

    /** The sound server dies. */
    public void kill() throws IOException, InterruptedException {
        run(SCRIPT, "kill-server");
    }

    /** The sound server hangs. */
    public void freeze() throws IOException, InterruptedException {
        run(SCRIPT, "freeze-server");
    }

    /** It goes on. */
    public void thaw() throws IOException, InterruptedException {
        run(SCRIPT, "thaw-server");
    }

    /** The server that was killed is started again. */
    public void restart() throws IOException, InterruptedException {
        run(SCRIPT, "start", folder.toString());
    }

    /** Microphone and speaker are gone. */
    public void unplug() throws IOException, InterruptedException {
        run(SCRIPT, "unplug-mic");
        run(SCRIPT, "unplug-speaker");
    }

    /** They are there again. */
    public void plug() throws IOException, InterruptedException {
        run(SCRIPT, "plug-speaker");
        run(SCRIPT, "plug-mic");
    }

    /** Microphone and speaker take and give nothing, or do again. */
    public void suspend(boolean suspended) throws IOException, InterruptedException {
        String wanted = suspended ? "1" : "0";
        run("pactl", "suspend-source", "virtual_mic", wanted);
        run("pactl", "suspend-sink", "virtual_speaker", wanted);
    }

    /** Microphone and speaker are muted, or no longer. */
    public void mute(boolean muted) throws IOException, InterruptedException {
        String wanted = muted ? "1" : "0";
        run("pactl", "set-source-mute", "virtual_mic", wanted);
        run("pactl", "set-sink-mute", "virtual_speaker", wanted);
    }

    /** Records the speaker from now on, mono at {@link #rate} Hz. */
    public Heard hear() throws IOException, InterruptedException {
        return record("virtual_speaker.monitor");
    }

    /** Records what the microphone gives from now on, mono at {@link #rate} Hz. */
    public Heard hearMicrophone() throws IOException, InterruptedException {
        return record("virtual_mic");
    }

    private Heard record(String device) throws IOException, InterruptedException {
        ProcessBuilder builder = builder(
                "parecord",
                "--raw",
                "--device=" + device,
                "--latency-msec=20",
                "--format=s16le",
                "--rate=" + RATE,
                "--channels=1");
        return new Heard(builder.redirectErrorStream(false).start());
    }

    public static int rate() {
        return RATE;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run(SCRIPT, "stop", folder.toString());
    }

    private String run(String... command) throws IOException, InterruptedException {
        Process process = builder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .describedAs("%s: %s", List.of(command), output)
                .isZero();
        return output;
    }

    private ProcessBuilder builder(String... command) {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)));
        builder.environment().putAll(environment);
        return builder;
    }

    /** What the speaker sounded. */
    public static final class Heard implements AutoCloseable {
        private final Process recorder;
        private final ByteArrayOutputStream sound = new ByteArrayOutputStream(); // guarded by itself
        private final CountDownLatch running = new CountDownLatch(1);

        Heard(Process recorder) throws InterruptedException {
            this.recorder = recorder;
            Thread reader = new Thread(this::read, "recorder");
            reader.setDaemon(true);
            reader.start();
            assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
        }

        /** All so far, 16-bit little-endian. */
        public byte[] sound() {
            synchronized (sound) {
                return sound.toByteArray();
            }
        }

        /** Waits for anything but silence behind the first {@code from} bytes. */
        public void awaitSound(int from) {
            Await.until("sound", () -> sounds(from));
        }

        private boolean sounds(int from) {
            byte[] all = sound();
            return IntStream.range(from, all.length).anyMatch(i -> all[i] != 0);
        }

        private void read() {
            byte[] piece = new byte[640];
            try (InputStream in = recorder.getInputStream()) {
                for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                    synchronized (sound) {
                        sound.write(piece, 0, count);
                    }
                    running.countDown();
                }
            } catch (IOException e) {
                running.countDown(); // the recorder was ended
            }
        }

        @Override
        public void close() throws InterruptedException {
            recorder.destroy();
            recorder.waitFor();
        }
    }
}
