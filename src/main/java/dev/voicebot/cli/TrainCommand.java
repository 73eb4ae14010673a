package dev.voicebot.cli;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.WavWriter;
import dev.voicebot.config.AudioSettings;
import dev.voicebot.config.SynthesisSettings;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.training.TrainingServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/**
 * What the launcher runs in the background to fill the JVM's class-data archive: every command once, as a user would,
 * against a small cloud on loopback, in a home folder of its own; nothing is heard, shown or kept.
 */
@Command(name = "train-class-data", hidden = true, description = "Load what a conversation needs, for the launcher.")
final class TrainCommand implements Callable<Integer> {
    private static final String NO_SPEAKER = AudioSettings.OUTPUT_DEVICE.key();
    private static final String NO_DEVICE = "none while training";

    @ParentCommand
    private @Nullable VoicebotCommand root;

    @Override
    public Integer call() throws IOException {
        Path home = Files.createTempDirectory("voicebot-training");
        LogSetup.sendTo(home.resolve("voicebot.log"), false); // before the server's logger
        try (TrainingServer cloud = TrainingServer.start()) {
            rehearse(edges(cloud, home), silence(home));
        } finally {
            delete(home);
        }
        return ExitCode.DONE.number();
    }

    private static Path silence(Path home) {
        Path wav = home.resolve("silence.wav");
        try (WavWriter writer = WavWriter.createNew(wav, 16000)) {
            writer.write(PcmFrame.silence(Duration.ofSeconds(1), 16000));
        }
        return wav;
    }

    private void rehearse(Edges edges, Path wav) {
        run(edges, "--version");
        run(edges, "chat", "--help");
        run(edges, "listen", "--file", wav.toString());
        run(edges, "speak", "--no-play", "Hello. 你好。");
        run(edges, "speak", "--no-play", "--set", SynthesisSettings.ENGINE.key() + "=espeak", "Hello. 你好。");
        run(edges, "chat", "--set", NO_SPEAKER + "=" + NO_DEVICE, "hello");
        run(edges, "replay", "--list");
        try (CommandContext context =
                CommandContext.open(edges, null, Map.of(NO_SPEAKER, NO_DEVICE), new LogOptions(), Map.of())) {
            try (ChatMemory memory = context.memory(new SessionOptions())) {
                new ChatSetUp(context, memory, false).rehearse("hello 你好", "/help");
            }
        }
    }

    private void run(Edges edges, String... args) {
        int exit = VoicebotCommand.of(root).program().run(edges, args);
        if (exit != ExitCode.DONE.number()) {
            throw new AssistantException(FaultKind.FAILED, "'" + String.join(" ", args) + "' ended with " + exit);
        }
    }

    /** Where nothing of the user's is read or written, and nobody listens. */
    private Edges edges(TrainingServer cloud, Path home) {
        Edges real = VoicebotCommand.of(root).edges();
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Map<String, String> environment = Map.of(
                "DASHSCOPE_API_KEY",
                "sk-training",
                "VOICEBOT_DASHSCOPE_WEBSOCKET_URL",
                "ws://" + cloud.authority() + "/",
                "VOICEBOT_CHAT_BASE_URL",
                "http://" + cloud.authority() + "/v1",
                "TERM",
                "xterm-256color");
        InputStream nothing = new ByteArrayInputStream(new byte[0]);
        Edges.Terminals terminals = new Edges.Terminals(false, false, false, 80);
        return new Edges(
                nothing,
                Piped.NOTHING,
                nowhere,
                nowhere,
                terminals,
                environment,
                home,
                home,
                Optional.empty(),
                real.clock(),
                real.devices(),
                real.abort());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
