package dev.voicebot.bench;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.WavWriter;
import dev.voicebot.standin.Script;
import dev.voicebot.standin.StandIn;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** The packaged program's {@code listen FILE}, with a service that keeps up. */
final class FileBench {
    private static final int RATE = 44100; // is resampled
    private static final String SENTENCE = "All of it was heard.";

    private final Path folder;
    private final Duration length;

    FileBench(Path folder, Duration length) {
        this.folder = folder;
        this.length = length;
    }

    void run(Report report) throws Exception {
        Path file = folder.resolve("long.wav");
        try (WavWriter writer = WavWriter.createNew(file, RATE)) {
            for (int second = 0; second < length.toSeconds(); second++) {
                writer.write(new PcmFrame(hum(second), RATE));
            }
        }
        Script script = new Script().sentences(SENTENCE).endSilence(Duration.ofHours(1));
        try (StandIn standIn = StandIn.start(script)) {
            Launched program = new Launched(folder.resolve("files")).with(standIn.environment());
            long begin = System.nanoTime();
            Process listen = program.start("listen", file.toString());
            String heard = new String(listen.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (listen.waitFor() != 0 || !heard.equals(SENTENCE)) {
                report.fault("listen FILE understood: " + heard);
            }
            if (standIn.recognition().sound().length != length.toSeconds() * 16000 * PcmFrame.BYTES_PER_SAMPLE) {
                report.fault("listen FILE lost sound");
            }
            report.other(
                    "`listen FILE`, " + length.toMinutes() + " minutes at 44.1 kHz, start included",
                    String.format(
                            Locale.ROOT, "%.1f s, %.0f times real time", seconds, length.toMillis() / 1e3 / seconds));
        }
    }

    private static short[] hum(int second) {
        short[] samples = new short[RATE];
        for (int i = 0; i < RATE; i++) {
            samples[i] = (short) (4000 * Math.sin(2 * Math.PI * (200 + second % 100) * i / RATE));
        }
        return samples;
    }
}
