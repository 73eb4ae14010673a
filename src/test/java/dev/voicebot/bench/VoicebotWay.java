package dev.voicebot.bench;

import dev.voicebot.audio.AudioInput;
import dev.voicebot.audio.AudioOutput;
import dev.voicebot.audio.Recording;
import dev.voicebot.config.AudioSettings;
import dev.voicebot.config.Folders;
import dev.voicebot.config.Settings;
import dev.voicebot.config.SettingsLoader;
import dev.voicebot.config.Sources;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.recognition.Transcript;
import dev.voicebot.standin.Script;
import dev.voicebot.turn.Conversation;
import dev.voicebot.turn.TurnEvent;
import dev.voicebot.wiring.Assembly;
import dev.voicebot.wiring.Devices;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** The program itself, wired by its own assembly; only microphone and speaker are ours. */
final class VoicebotWay implements Way {
    private final SpokenQuestion question;
    private final WatchedSpeaker speaker = new WatchedSpeaker();
    private final Assembly assembly;
    private final Conversation conversation;
    private final ExecutorService interrupter = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "interrupter");
        thread.setDaemon(true);
        return thread;
    });

    VoicebotWay(SpokenQuestion question, int port, Path folder, Map<String, String> options) {
        this.question = question;
        this.assembly = Assembly.of(
                settings(port, folder, options), Folders.of(Map.of(), folder), Clock.systemUTC(), Map.of(), devices());
        this.conversation = assembly.conversation();
        assembly.warm(conversation);
    }

    static Settings settings(int port, Path folder, Map<String, String> options) {
        Map<String, String> environment = new HashMap<>(endpoints(port));
        environment.put(
                "VOICEBOT_RECORDINGS_DIRECTORY", folder.resolve("recordings").toString());
        return SettingsLoader.load(new Sources(
                        Optional.empty(), environment, options, folder, Folders.of(Map.of(), folder), Optional.empty()))
                .settings();
    }

    /** Where the program finds the services, by its environment. */
    static Map<String, String> endpoints(int port) {
        return Map.of(
                "DASHSCOPE_API_KEY",
                Script.KEY,
                "DASHSCOPE_WEBSOCKET_BASE_URL",
                "ws://127.0.0.1:" + port + "/api-ws/v1/inference/",
                "VOICEBOT_CHAT_BASE_URL",
                "http://127.0.0.1:" + port + "/compatible-mode/v1");
    }

    @Override
    public Marks turn() throws InterruptedException {
        Cancellation turn = new Cancellation();
        AtomicLong firstToken = new AtomicLong();
        StringBuilder tokens = new StringBuilder(); // the turn's own thread
        speaker.expect(() -> interrupter.execute(turn::cancel));
        long begin = System.nanoTime();
        conversation.getReady(); // as the talk key does
        Transcript transcript = listen();
        long understood = System.nanoTime();
        conversation.heard(Duration.ofNanos(understood - question.lastWord()));
        try {
            conversation.say(
                    transcript.text(),
                    event -> {
                        if (event instanceof TurnEvent.Token token) {
                            firstToken.compareAndSet(0, System.nanoTime());
                            tokens.append(token.text());
                        }
                    },
                    turn);
        } catch (AssistantException e) {
            if (e.kind() != FaultKind.INTERRUPTED) {
                throw e;
            }
        }
        return new Marks(
                begin,
                question.lastWord(),
                understood,
                firstToken.get(),
                speaker.firstSound(),
                transcript.text(),
                tokens.toString(),
                question.bytesAt(16000));
    }

    private Transcript listen() {
        try (Recording sound = question.start()) {
            AtomicReference<String> partial = new AtomicReference<>("");
            AtomicBoolean ended = new AtomicBoolean();
            question.atEnd(() -> {
                ended.set(true);
                conversation.expect(Objects.requireNonNull(partial.get()));
            });
            return assembly.hearing()
                    .recognizer()
                    .listen(
                            sound,
                            update -> {
                                partial.set(update.text());
                                if (ended.get()) {
                                    conversation.expect(update.text());
                                }
                            },
                            new Cancellation());
        }
    }

    private Devices devices() {
        return new Devices() {
            @Override
            public AudioInput microphone(AudioSettings settings, Optional<String> device) {
                return question;
            }

            @Override
            public AudioOutput speaker(Optional<String> device) {
                return speaker;
            }
        };
    }

    @Override
    public void close() {
        assembly.close();
        interrupter.shutdown();
    }
}
