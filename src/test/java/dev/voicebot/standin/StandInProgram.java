package dev.voicebot.standin;

import dev.voicebot.audio.EmbeddedSpeech;
import dev.voicebot.synthesis.Voice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The stand-in by hand. Speaks with the embedded voice, understands the sentences it was given, whatever is said, and
 * answers by quoting.
 */
@Command(
        name = "scripts/standin",
        description = "Plays the cloud on this machine, so that voicebot's way with a key can be tried without one.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class StandInProgram implements Runnable {
    @Option(names = "--port", paramLabel = "N", defaultValue = "8765", description = "default: ${DEFAULT-VALUE}")
    private int port;

    @Option(
            names = "--transcript",
            paramLabel = "TEXT",
            defaultValue = "What can you do?",
            description = "a sentence it understands, whatever is said; repeat it for the next sentence")
    private String[] sentences = {};

    @Option(names = "--slow", description = "takes its time, as a service far away does")
    private boolean slow;

    @Option(
            names = "--fault",
            paramLabel = "FAULT",
            defaultValue = "NONE",
            description = "what goes wrong with speech: ${COMPLETION-CANDIDATES}")
    private Script.Fault fault = Script.Fault.NONE;

    @Option(
            names = "--code",
            paramLabel = "CODE",
            defaultValue = "InternalError",
            description = "the error code of --fault: InvalidApiKey, Throttling.RateQuota, …")
    private String code = "";

    private StandInProgram() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new StandInProgram()).execute(arguments));
    }

    @Override
    public void run() {
        StandIn standIn = StandIn.start(script(), port);
        System.out.println("# the cloud, played on this machine; paste into another terminal, then start voicebot:");
        standIn.environment().forEach((name, value) -> System.out.println("export " + name + "=" + value));
        System.out.println("# Ctrl-C ends");
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Script script() {
        int far = slow ? 5 : 1;
        return new Script()
                .sentences(sentences)
                .fault(fault, code)
                .handshakeDelay(slow ? Duration.ofSeconds(2) : Duration.ZERO)
                .finalDelay(Duration.ofMillis(200L * far))
                .tokens(Duration.ofMillis(300L * far), Duration.ofMillis(25L * far))
                .firstAudioDelay(Duration.ofMillis(200L * far))
                .audioPace(3)
                .voice(StandInProgram::speak);
    }

    private static short[] speak(String text, int sampleRate) {
        Path cache = Path.of(System.getProperty("java.io.tmpdir"), "voicebot-stand-in");
        return EmbeddedSpeech.samples(cache, Voice.DEFAULT, text, sampleRate);
    }
}
