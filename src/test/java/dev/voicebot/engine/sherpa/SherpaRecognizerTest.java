package dev.voicebot.engine.sherpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.voicebot.Await;
import dev.voicebot.localmodels.LocalModel;
import dev.voicebot.localmodels.ModelStore;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.recognition.MemoryRecording;
import dev.voicebot.recognition.Sentence;
import dev.voicebot.recognition.SpeechRecognizer;
import dev.voicebot.recognition.SpeechRecognizerContract;
import dev.voicebot.recognition.Transcript;
import dev.voicebot.recognition.Word;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SherpaRecognizerTest extends SpeechRecognizerContract {
    private static final int RATE = 16_000;

    private final Cancellation cancellation = new Cancellation();
    private final CountDownLatch isHeard = new CountDownLatch(1);
    private final List<Transcript> updates = new CopyOnWriteArrayList<>();

    @TempDir
    private Path models;

    private LocalModel model;
    private SherpaEngine engine;

    @BeforeEach
    void open() {
        engine = new SherpaEngine(Tones.library(), Duration.ofSeconds(50), Duration.ofMinutes(1));
        model = Tones.ears(new ModelStore(models));
    }

    @AfterEach
    void close() {
        if (engine != null) {
            engine.close();
        }
    }

    @Override
    protected SpeechRecognizer recognizer() {
        return new SherpaRecognizer(engine, model, "");
    }

    @Override
    protected short[] speech(int sampleRate) {
        return Tones.said(sampleRate);
    }

    @Override
    protected String words() {
        return Tones.WORDS;
    }

    @Test
    void sentencesEndOneByOneAndKnowWhenEachWordWasSaid() {
        Transcript transcript = recognizer().listen(said(RATE), updates::add, cancellation);

        assertThat(transcript.sentences()).extracting(Sentence::text).containsExactly("hello world你好", "one two");
        Sentence first = transcript.sentences().get(0);
        assertThat(first.words()).extracting(Word::text).containsExactly("hello", "world", "你", "好");
        assertThat(first.begin().toMillis()).isCloseTo(500, within(150L));
        Sentence second = transcript.sentences().get(1);
        assertThat(second.begin().toMillis()).isCloseTo(500 + 4 * 350 + 1600, within(150L));
        assertThat(second.words().get(1).begin().toMillis())
                .isCloseTo(second.begin().toMillis() + 350, within(100L));
    }

    @Test
    void whatIsBeingSaidIsShownWordByWord() {
        recognizer().listen(said(RATE), updates::add, cancellation);

        assertThat(updates).extracting(Transcript::unfinished).contains("hello", "hello world", "one");
    }

    @Test
    void aCrashIsOneLineAndTheNextTalkHasANewProcess() throws Exception {
        MemoryRecording talk = MemoryRecording.live(RATE);
        CompletableFuture<Transcript> listening =
                CompletableFuture.supplyAsync(() -> recognizer().listen(talk, this::update, cancellation));
        talk.add(said(RATE, "hello"));
        isHeard.await();

        signal("ABRT");

        assertThat(listening)
                .failsWithin(20, TimeUnit.SECONDS)
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(AssistantException.class, fault -> {
                    assertThat(fault.kind()).isEqualTo(FaultKind.FAILED);
                    assertThat(fault.userMessage())
                            .contains("crashed (exit 134)")
                            .doesNotContain("\n");
                });
        assertThat(recognizer().listen(said(RATE), updates::add, cancellation).text())
                .isEqualTo(words());
    }

    /** As the system does when memory runs out. */
    @Test
    void aProcessThatIsKilledWhileItLoadsDoesNotMakeTheModelADamagedOne() throws Exception {
        CompletableFuture<Transcript> listening =
                CompletableFuture.supplyAsync(() -> recognizer().listen(said(RATE), this::update, cancellation));
        Await.until("the process", () -> !processes().isEmpty()); // which needs longer to load the library

        signal("KILL");

        assertThat(listening)
                .failsWithin(20, TimeUnit.SECONDS)
                .withThrowableThat()
                .havingCause()
                .withMessage("The system ended the local speech engine while it loaded tones: too little memory?");
    }

    @Test
    void aProcessThatHangsIsGivenUp() throws Exception {
        engine.close();
        engine = new SherpaEngine(Tones.library(), Duration.ofSeconds(12), Duration.ofMinutes(1));
        MemoryRecording talk = MemoryRecording.live(RATE);
        CompletableFuture<Transcript> listening =
                CompletableFuture.supplyAsync(() -> recognizer().listen(talk, this::update, cancellation));
        talk.add(said(RATE, "hello"));
        isHeard.await();

        signal("STOP");
        talk.add(said(RATE, "world"));
        talk.stop();

        assertThat(listening)
                .failsWithin(40, TimeUnit.SECONDS)
                .withThrowableThat()
                .havingCause()
                .withMessageContaining("stopped responding");
    }

    @Test
    void aDamagedModelIsOneLineThatNamesIt() throws Exception {
        Files.writeString(model.file("model"), "not a model");

        assertThatThrownBy(() -> recognizer().listen(said(RATE), updates::add, cancellation))
                .isInstanceOf(AssistantException.class)
                .hasMessageContaining("voicebot models pull tones");
    }

    @Test
    void oneProcessServesTalkAfterTalk() {
        recognizer().listen(said(RATE), updates::add, cancellation);
        List<Long> first = processes();

        recognizer().listen(said(RATE), updates::add, cancellation);

        assertThat(processes()).isEqualTo(first).hasSize(1);
    }

    @Test
    void aProcessWithoutWorkGivesItsMemoryBack() {
        engine.close();
        engine = new SherpaEngine(Tones.library(), Duration.ofSeconds(50), Duration.ofMillis(1));

        recognizer().listen(said(RATE), updates::add, cancellation);

        for (long process : processes()) {
            assertThat(ProcessHandle.of(process)
                            .map(ProcessHandle::onExit)
                            .orElse(CompletableFuture.completedFuture(null)))
                    .succeedsWithin(20, TimeUnit.SECONDS);
        }
    }

    private short[] said(int rate, String... words) {
        return Tones.said(rate, words);
    }

    private void update(Transcript update) {
        updates.add(update);
        isHeard.countDown();
    }

    private List<Long> processes() {
        return ProcessHandle.current()
                .children()
                .filter(process -> process.info().commandLine().orElse("").contains("EngineProcess"))
                .map(ProcessHandle::pid)
                .toList();
    }

    private void signal(String name) throws Exception {
        for (long process : processes()) {
            new ProcessBuilder("kill", "-" + name, Long.toString(process))
                    .inheritIO()
                    .start()
                    .waitFor();
        }
    }
}
