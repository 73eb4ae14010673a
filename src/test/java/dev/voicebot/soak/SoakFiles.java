package dev.voicebot.soak;

import dev.voicebot.ChildProgram;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.WavWriter;
import dev.voicebot.disk.DiskAgent;
import dev.voicebot.disk.ShortDisk;
import dev.voicebot.soak.Counts.Fate;
import dev.voicebot.soak.Surroundings.Finished;
import dev.voicebot.standin.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Texts read into files, files transcribed, and a question on a disk that is full. */
final class SoakFiles {
    private final Surroundings around;
    private final Path sound;
    private final String agent;
    private int number;

    SoakFiles(Surroundings around) throws IOException {
        this.around = around;
        sound = around.home.resolve("talk.wav");
        try (WavWriter wav = WavWriter.replace(sound, 16000)) {
            short[] loud = new short[16000];
            for (int i = 0; i < loud.length; i++) {
                loud[i] = (short) (8000 * Math.sin(i / 6.0));
            }
            wav.write(new PcmFrame(loud, 16000));
            wav.write(PcmFrame.silence(Duration.ofSeconds(1), 16000));
        }
        agent = DiskAgent.option(around.home);
    }

    /** Reads a text, kills the reading or breaks its voice a few times, and goes on to the end. */
    void read() throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3 + around.random.nextInt(4); i++) {
            text.append("This is sentence ")
                    .append(number)
                    .append(" dot ")
                    .append(i)
                    .append(". ");
        }
        Path disturbed = around.home.resolve("read-" + number + ".wav");
        for (int i = around.random.nextInt(3); i > 0; i--) {
            around.drawSpeechFault(Script.Part.SYNTHESIS, 2);
            around.run(read(disturbed, text.toString()), 500 + around.random.nextInt(2500));
        }
        around.noSpeechFault();
        Finished last = around.run(read(disturbed, text.toString()), 0);
        Path whole = around.home.resolve("whole.wav");
        Files.deleteIfExists(whole);
        Finished undisturbed = around.run(read(whole, text.toString()), 0);
        Fate fate = undisturbed.exit() == 0
                ? fate(last, disturbed, whole)
                : undisturbed.told() ? Fate.TOLD : Fate.LOST; // a machine that is too busy ends it, too
        around.counts.add("speak", fate, "read-" + number + ": " + last + undisturbed);
        number++;
    }

    private static Fate fate(Finished last, Path disturbed, Path whole) throws IOException {
        if (last.exit() != 0) {
            return last.told() ? Fate.TOLD : Fate.LOST;
        }
        if (Files.mismatch(disturbed, whole) < 0) {
            Files.delete(disturbed);
            return Fate.ANSWERED;
        }
        return Files.size(disturbed) > Files.size(whole) ? Fate.DOUBLED : Fate.LOST;
    }

    private ProcessBuilder read(Path file, String text) {
        return around.voicebot("speak", "--no-play", "-o", file.toString(), "--resume", text);
    }

    /** Transcribes a file, where the service may fail once. */
    void listen() throws IOException, InterruptedException {
        String words = "these are words " + number++;
        around.script.sentences(words);
        around.drawSpeechFault(Script.Part.RECOGNITION, 2);
        Finished finished = around.run(around.voicebot("listen", sound.toString()), 0);
        around.noSpeechFault();
        Fate fate = finished.out().equalsIgnoreCase(words + "\n")
                ? Fate.ANSWERED
                : finished.told() ? Fate.TOLD : finished.out().isBlank() ? Fate.LOST : Fate.DOUBLED;
        around.counts.add("listen", fate, words + ": " + finished);
    }

    /** Asks on a disk that is full from some change on: the reply is printed, and the trouble told. */
    void askOnAFullDisk() throws IOException, InterruptedException {
        String question = "d" + number++;
        around.drawChatFault();
        Map<String, String> environment = new LinkedHashMap<>(around.environment());
        environment.put("XDG_DATA_HOME", around.home.resolve("full").toString()); // its conversations are nobody's
        ProcessBuilder program = ChildProgram.of(
                environment,
                List.of(agent),
                ShortDisk.class.getName(),
                Integer.toString(around.random.nextInt(30)),
                "chat",
                question);
        Finished finished = around.run(program, 0);
        Fate fate = finished.out().equals(Surroundings.expected(question) + "\n")
                ? Fate.ANSWERED
                : finished.told() ? Fate.TOLD : Fate.LOST;
        around.counts.add("chat on a full disk", fate, question + ": " + finished);
    }
}
