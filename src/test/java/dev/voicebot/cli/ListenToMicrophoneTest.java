package dev.voicebot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.SpokenClips;
import dev.voicebot.audio.WavReader;
import dev.voicebot.recognition.MemoryRecording;
import dev.voicebot.standin.Script;
import dev.voicebot.standin.StandIn;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code listen} with a microphone, against the stand-in. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ListenToMicrophoneTest {
    private static final int RATE = TestSound.RATE;

    @TempDir
    private Path home;

    private final Script script = new Script().sentences("Hello, world.", "你好。");
    private final FakeDevices devices = new FakeDevices();
    private final MemoryRecording microphone = MemoryRecording.live(RATE);
    private StandIn standIn;
    private Shell shell;

    @BeforeEach
    void start() {
        standIn = StandIn.start(script);
        devices.microphone(() -> microphone);
        shell = new Shell(home).with(standIn.environment()).devices(devices);
    }

    @AfterEach
    void end() {
        standIn.close();
    }

    @Test
    void eachSentenceIsALineAndTheEndOfTheSoundEndsIt() {
        hear(silence(300), tone(1000), silence(1000), tone(1000), silence(1000));
        microphone.stop();

        Shell.Finished finished = shell.run("listen");

        assertThat(finished.exit()).as(finished.err()).isZero();
        assertThat(finished.lines()).containsExactly("Hello, world.", "你好。");
        assertThat(microphone.isClosed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"listen", "listen --once", "listen --once --max-wait 3s", "listen --once --silence 500ms"})
    void anAnswerThatNobodyUnderstandsIsNotTakenForSilence(String command) {
        script.strange(Script.Strange.INSTEAD);
        hear(silence(300), tone(1000), silence(1000));
        if (!command.contains("max-wait")) {
            microphone.stop();
        }

        Shell.Finished finished = shell.run(command.split(" "));

        assertThat(finished.exit()).as(finished.err()).isEqualTo(5);
        assertThat(finished.err()).contains("sent no result that this version understands");
    }

    @Test
    void aPipeThatNobodyWritesIntoIsNotWaitedFor() throws IOException {
        hear(silence(300), tone(1000), silence(1000));
        microphone.stop();

        try (PipedOutputStream open = new PipedOutputStream();
                PipedInputStream pipe = new PipedInputStream(open)) {
            Shell.Finished finished = shell.input(pipe).run("listen", "--once");

            assertThat(finished.lines()).containsExactly("Hello, world.");
            assertThat(finished.err()).contains("Standard input is silent: using the microphone.");
        }
    }

    @Test
    void noMoreIsHeardThanMaxSeconds() throws InterruptedException {
        hear(silence(300), tone(5000));

        Shell.Finished finished = shell.run("listen", "--max-seconds", "1.5");

        assertThat(finished.lines()).containsExactly("Hello, world.");
        assertThat(standIn.recognition().sound()).hasSize(2 * RATE * 3 / 2);
    }

    @Test
    void onceTakesWhatThereIsAtItsLimit() {
        script.endSilence(Duration.ofMinutes(10));
        hear(silence(300), tone(5000));

        Shell.Finished finished = shell.run("listen", "--once", "--max-seconds", "1500ms");

        assertThat(finished.lines()).as(finished.err()).containsExactly("Hello, world.");
    }

    @Test
    void aMutedMicrophoneIsTold() {
        hear(new short[5 * RATE]);
        script.endSilence(Duration.ofMinutes(10));

        Shell.Finished finished = shell.run("listen", "--once", "--max-wait", "1");

        assertThat(finished.exit()).isEqualTo(7);
        assertThat(finished.err()).contains("the microphone may be muted");
    }

    @Test
    void onceEndsWithTheServicesSentence() {
        hear(silence(300), tone(1000), silence(1000)); // and goes on for ever

        Shell.Finished finished = shell.run("listen", "--once");

        assertThat(finished.lines()).containsExactly("Hello, world.");
    }

    @Test
    void onceEndsWithTheSilenceThatIsHeardHereHoweverLongTheServiceWaits() throws InterruptedException {
        script.endSilence(Duration.ofMinutes(10));
        short[] speech = SpokenClips.spoken("What is the time?", 9000);
        hear(silence(300), speech, silence(5000));

        Shell.Finished finished = shell.run("listen", "--once", "--silence", "500ms");

        assertThat(finished.lines()).containsExactly("Hello, world.");
        int sound = standIn.recognition().sound().length / 2;
        // 0.3 and 0.5 seconds of silence, and a little; a recording ends in silence of its own
        assertThat(sound).isBetween(speech.length, speech.length + RATE * 11 / 10);
    }

    @Test
    void aPlaceThatCannotBeWrittenIsToldOnce() {
        hear(silence(300));

        Shell.Finished finished =
                shell.run("listen", "--save", home.resolve("nowhere/heard.wav").toString());

        assertThat(finished.exit()).isEqualTo(1);
        assertThat(finished.err())
                .endsWith("voicebot: Cannot write " + home + "/nowhere/heard.wav: no such file or folder.\n");
    }

    @Test
    void aShortPauseIsNotTheEnd() {
        Path file = home.resolve("heard.wav");
        script.endSilence(Duration.ofMinutes(10));
        hear(silence(300), tone(1000), silence(300), tone(1000), silence(5000));

        Shell.Finished finished = shell.run("listen", "--once", "--silence", "500ms", "--save", file.toString());

        assertThat(finished.lines()).containsExactly("Hello, world.");
        assertThat(seconds(file)).isGreaterThan(3);
    }

    @Test
    void silenceBeforeTheFirstWordIsNotTheEnd() {
        hear(silence(3000), tone(1000), silence(1000));

        Shell.Finished finished = shell.run("listen", "--once", "--silence", "500ms");

        assertThat(finished.lines()).containsExactly("Hello, world.");
    }

    @Test
    void whatTheMicrophoneHeardIsSaved() {
        Path file = home.resolve("heard.wav");
        hear(silence(300), tone(1000), silence(1000));
        microphone.stop();

        shell.run("listen", "--save", file.toString());

        assertThat(seconds(file)).isEqualTo(2.3);
    }

    @Test
    void theMicrophoneThatIsNamedIsTaken() {
        hear(silence(300), tone(1000));
        microphone.stop();

        shell.run("listen", "--device", "usb");

        assertThat(devices.asked()).isEqualTo(List.of(Optional.of("usb")));
    }

    @Test
    void nothingSaidInTimeIsCode7() {
        hear(silence(1000));

        Shell.Finished finished = shell.run("listen", "--once", "--max-wait", "50ms");

        assertThat(finished.exit()).isEqualTo(7);
        assertThat(finished.out()).isEmpty();
        assertThat(finished.err()).contains("voicebot: Heard only silence");
    }

    @Test
    void withoutAMicrophoneTheExitCodeIs6() {
        Shell.Finished finished = shell.devices(new FakeDevices()).run("listen");

        assertThat(finished.exit()).isEqualTo(6);
        assertThat(finished.err()).endsWith("voicebot: there is no microphone: plug one in\n");
    }

    private void hear(short[]... pieces) {
        for (short[] piece : pieces) {
            microphone.add(piece);
        }
    }

    private static double seconds(Path wav) {
        try (WavReader reader = WavReader.open(wav)) {
            PcmFrame all = reader.all();
            return (double) all.samples().length / all.sampleRate();
        }
    }

    private static short[] silence(int millis) {
        return new short[millis * RATE / 1000];
    }

    private static short[] tone(int millis) {
        short[] samples = new short[millis * RATE / 1000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (8000 * Math.sin(2 * Math.PI * 440 * i / RATE));
        }
        return samples;
    }
}
