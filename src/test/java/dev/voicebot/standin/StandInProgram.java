package dev.voicebot.standin;

import dev.voicebot.audio.EmbeddedSpeech;
import dev.voicebot.synthesis.Voice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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

    @Option(
            names = "--close-code",
            paramLabel = "N",
            defaultValue = "1000",
            description = "the code of the Close frames of --fault: 1000, 1001, 1007, 1011, …")
    private int closeCode;

    @Option(
            names = "--fault-after",
            paramLabel = "N",
            description = "sentences that go well before a fault IN_THE_MIDDLE")
    private int faultAfter;

    @Option(
            names = "--fault-in",
            paramLabel = "PART",
            defaultValue = "BOTH",
            description = "the tasks with the fault: ${COMPLETION-CANDIDATES}")
    private Script.Part faultIn = Script.Part.BOTH;

    @Option(names = "--fault-times", paramLabel = "N", description = "tasks with the fault, then all is well")
    private int faultTimes = Integer.MAX_VALUE;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            defaultValue = "BEIJING",
            description = "the region it plays, with its models and its key: ${COMPLETION-CANDIDATES}")
    private Region region = Region.BEIJING;

    @Option(
            names = "--also",
            paramLabel = "REGION",
            description =
                    "another region that it plays at once, on the next port, with a key of its own; may be repeated")
    private List<Region> others = List.of();

    @Option(names = "--without", paramLabel = "MODEL", description = "a model that the region lacks; may be repeated")
    private String[] without = {};

    @Option(names = "--replay", paramLabel = "FILE", description = "plays back what voicebot --trace FILE has written")
    private Optional<Path> replay = Optional.empty();

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "the only key that is taken, instead of the region's own")
    private Optional<String> key = Optional.empty();

    @Option(
            names = "--silence-limit",
            paramLabel = "SECONDS",
            description = "every recognition ends after so much sound without speech, heartbeats or not")
    private Optional<Integer> silenceLimit = Optional.empty();

    @Option(
            names = "--idle-limit",
            paramLabel = "SECONDS",
            description = "a synthesis ends after so long without text; the service waits for 23")
    private Optional<Integer> idleLimit = Optional.empty();

    @Option(
            names = "--stray",
            paramLabel = "WHAT",
            defaultValue = "NONE",
            description = "sound and events that belong to no running task: ${COMPLETION-CANDIDATES}")
    private Script.Stray stray = Script.Stray.NONE;

    @Option(
            names = "--strange",
            paramLabel = "WHERE",
            defaultValue = "NONE",
            description = "events that no client knows: ${COMPLETION-CANDIDATES}")
    private Script.Strange strange = Script.Strange.NONE;

    @Option(
            names = "--speech-error",
            paramLabel = "CODE",
            description = "refuses speech with an error of the service: Arrearage, AccessDenied.Unpurchased, …")
    private Optional<String> speechError = Optional.empty();

    @Option(
            names = "--chat-error",
            paramLabel = "CODE",
            description = "refuses chat with an error of the service: Arrearage, insufficient_quota, …")
    private Optional<String> chatError = Optional.empty();

    @Option(
            names = "--chat-shape",
            paramLabel = "SHAPE",
            defaultValue = "STREAM",
            description = "the form of a chat answer: ${COMPLETION-CANDIDATES}")
    private Script.ChatShape chatShape = Script.ChatShape.STREAM;

    @Option(
            names = "--models-status",
            paramLabel = "STATUS",
            defaultValue = "200",
            description = "the HTTP status of GET /models")
    private int modelsStatus;

    @Option(names = "--models-delay", paramLabel = "SECONDS", description = "how long GET /models takes")
    private int modelsDelay;

    private StandInProgram() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new StandInProgram())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public void run() {
        System.out.println("# the cloud, played on this machine; paste into another terminal, then start voicebot:");
        environment().forEach((name, value) -> System.out.println("export " + name + "=" + value));
        System.out.println("# Ctrl-C ends");
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, String> environment() {
        if (replay.isPresent()) {
            return needed(replay(replay.get()).environment());
        }
        StandIn standIn = StandIn.start(script(region), port);
        return others.isEmpty() ? needed(standIn.environment()) : regions(standIn);
    }

    /** The other addresses follow from this one. */
    private static Map<String, String> needed(Map<String, String> environment) {
        Map<String, String> needed = new TreeMap<>(environment);
        needed.keySet().retainAll(Set.of("DASHSCOPE_API_KEY", "DASHSCOPE_HTTP_BASE_URL"));
        return needed;
    }

    private ReplayServer replay(Path trace) {
        try {
            return ReplayServer.start(trace, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key, and where the regions are: voicebot asks the one that its settings name. No region is asked elsewhere. */
    private Map<String, String> regions(StandIn standIn) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("DASHSCOPE_API_KEY", key.orElse(region.key()));
        for (dev.voicebot.config.Region known : dev.voicebot.config.Region.values()) {
            environment.put("VOICEBOT_HOST_" + known.name(), standIn.host());
        }
        for (Region other : others) {
            int next = standIn.port() + 1 + others.indexOf(other);
            environment.put(
                    "VOICEBOT_HOST_" + other.name(),
                    StandIn.start(script(other), next).host());
        }
        return environment;
    }

    private Script script(Region played) {
        int far = slow ? 5 : 1;
        Script script = new Script()
                .region(played)
                .without(without)
                .sentences(sentences)
                .fault(fault, code)
                .closeCode(closeCode)
                .faultAfter(faultAfter)
                .faultIn(faultIn, faultTimes)
                .stray(stray)
                .strange(strange)
                .chatShape(chatShape)
                .modelList(modelsStatus, Duration.ofSeconds(modelsDelay))
                .handshakeDelay(slow ? Duration.ofSeconds(2) : Duration.ZERO)
                .finalDelay(Duration.ofMillis(200L * far))
                .tokens(Duration.ofMillis(300L * far), Duration.ofMillis(25L * far))
                .firstAudioDelay(Duration.ofMillis(200L * far))
                .audioPace(3)
                .voice(StandInProgram::speak);
        key.filter(given -> played == region).ifPresent(script::key);
        silenceLimit.ifPresent(
                seconds -> script.silenceLimit(Duration.ofSeconds(seconds)).sentencesGoOn());
        idleLimit.ifPresent(seconds -> script.idleLimit(Duration.ofSeconds(seconds), "CLIENT_ERROR"));
        speechError.ifPresent(script::speechError);
        chatError.ifPresent(script::chatError);
        return script;
    }

    private static short[] speak(String text, int sampleRate) {
        Path cache = Path.of(System.getProperty("java.io.tmpdir"), "voicebot-stand-in");
        return EmbeddedSpeech.samples(cache, Voice.DEFAULT, text, sampleRate);
    }
}
