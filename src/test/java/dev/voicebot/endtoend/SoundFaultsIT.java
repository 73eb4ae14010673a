package dev.voicebot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.ChildProgram;
import dev.voicebot.Requirements;
import dev.voicebot.sound.VirtualSoundCard;
import dev.voicebot.standin.Script;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fault of a sound card in each state of a chat, and while a text is read. */
@Timeout(value = 400, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SoundFaultsIT {
    private static final String LONG = "This takes very long, " + "on and ".repeat(60) + "on.";
    private static final String WORDS = "front center";

    @TempDir
    private Path folder;

    private final Script script =
            new Script().sentences(WORDS).finalDelay(Duration.ofMillis(1500)).answer(this::answer);
    private final CountDownLatch thought = new CountDownLatch(1);
    private CloudSetup cloud;
    private VirtualSoundCard card;
    private int talks;

    enum Fault {
        FROZEN,
        KILLED,
        UNPLUGGED,
        SUSPENDED,
        MUTED;

        void begin(VirtualSoundCard card) throws IOException, InterruptedException {
            switch (this) {
                case FROZEN -> card.freeze();
                case KILLED -> card.kill();
                case UNPLUGGED -> card.unplug();
                case SUSPENDED -> card.suspend(true);
                case MUTED -> card.mute(true);
            }
        }

        void end(VirtualSoundCard card) throws IOException, InterruptedException {
            switch (this) {
                case FROZEN -> card.thaw();
                case KILLED -> card.restart();
                case UNPLUGGED -> card.plug();
                case SUSPENDED -> card.suspend(false);
                case MUTED -> card.mute(false);
            }
        }

        /** A muted device works, as far as the program can know. */
        boolean isTold() {
            return this != MUTED;
        }
    }

    @BeforeEach
    void startCloud() throws IOException, InterruptedException {
        cloud = CloudSetup.start(folder, script);
        card = cloud.card();
    }

    @AfterEach
    void endCloud() throws IOException, InterruptedException {
        thought.countDown();
        if (cloud != null) {
            cloud.close();
        }
    }

    private List<String> answer(String question) {
        if (question.contains("think")) {
            awaitThought();
        }
        return question.contains("long") ? List.of(LONG) : List.of("Answer to ", question, ".");
    }

    private void awaitThought() {
        try {
            assertThat(thought.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChatGoesOnInEachStateAndSoundComesBackWithTheDevice(Fault fault) throws IOException, InterruptedException {
        Requirements.commands("tmux");
        Path speech = Speech.in(folder).wav();
        Map<String, String> environment = cloud.voicebot().environment();
        String[] chat = program("-Dvoicebot.terminals=in,out,err", "chat").toArray(String[]::new);
        try (Tmux tmux = Tmux.start(folder, environment, 120, 200, chat)) {
            tmux.waitFor("fun-asr-realtime");

            ask(tmux, "a long one");
            awaitSound();
            fault.begin(card);
            if (fault.isTold()) {
                tmux.waitFor("one line about the speaker", screen -> speakerLines(screen) == 1);
            }
            tmux.press("C-c");
            isUsable(tmux, "speaking");
            fault.end(card);
            soundsAgain(tmux, "speaking");

            ask(tmux, "think about it");
            tmux.waitFor("thinking");
            fault.begin(card);
            thought.countDown();
            tmux.waitFor("Answer to think about it.");
            isUsable(tmux, "thinking");
            fault.end(card);
            soundsAgain(tmux, "thinking");

            fault.begin(card);
            tmux.press("F2");
            if (!fault.isTold()) {
                tmux.press("F2");
            }
            tmux.waitFor("why nothing was heard", SoundFaultsIT::saysWhyNothingWasHeard);
            isUsable(tmux, "opening");
            fault.end(card);
            soundsAgain(tmux, "opening");

            talk(tmux, speech);
            fault.begin(card);
            if (!fault.isTold()) {
                tmux.press("F2");
            }
            isUnderstood(tmux); // what was said before is not lost
            isUsable(tmux, "recording");
            fault.end(card);
            soundsAgain(tmux, "recording");

            talk(tmux, speech);
            tmux.press("F2");
            tmux.waitFor("recognizing");
            fault.begin(card);
            isUnderstood(tmux);
            isUsable(tmux, "recognizing");
            fault.end(card);
            soundsAgain(tmux, "recognizing");

            ask(tmux, "/handsfree on");
            tmux.waitFor("listening");
            card.awaitListener();
            fault.begin(card);
            if (fault.isTold()) {
                tmux.waitFor("one line", screen -> count(screen, "/handsfree turns it back on") == 1);
            }
            isUsable(tmux, "hands-free");
            fault.end(card);
            soundsAgain(tmux, "hands-free");
            if (!fault.isTold()) {
                ask(tmux, "/handsfree off");
                tmux.waitFor("Hands-free is off.");
            }

            talk(tmux, speech);
            tmux.press("F2");
            isUnderstood(tmux);
            assertThat(speakerLines(tmux.screen())).isLessThanOrEqualTo(6); // once for each time it failed
            tmux.press("C-c", "C-d");
            tmux.waitFor("[exit 0]");
        }
        assertThat(session())
                .contains("a long one", "think about it", "usable hands-free?", "back hands-free?")
                .contains(LONG);
    }

    @ParameterizedTest
    @EnumSource(names = "MUTED", mode = EnumSource.Mode.EXCLUDE)
    void aReadingGoesOnToItsWholeFile(Fault fault) throws IOException, InterruptedException {
        Path wav = folder.resolve("spoken.wav");
        Process speak = start("speak", "-o", wav.toString(), LONG);
        awaitSound();
        fault.begin(card);
        assertThat(exit(speak)).isZero();
        assertThat(Speech.read(wav).sound()).isNotEmpty();
        assertThat(errors()).containsIgnoringCase("speaker");
        fault.end(card);
    }

    private static void ask(Tmux tmux, String question) throws IOException, InterruptedException {
        tmux.type(question);
        tmux.press("Enter");
    }

    private static void isUsable(Tmux tmux, String state) throws IOException, InterruptedException {
        ask(tmux, "usable " + state + "?");
        tmux.waitFor("Answer to usable " + state);
    }

    private void soundsAgain(Tmux tmux, String state) throws IOException, InterruptedException {
        try (VirtualSoundCard.Heard heard = card.hear()) {
            ask(tmux, "back " + state + "?");
            tmux.waitFor("Answer to back " + state);
            heard.awaitSound(heard.sound().length);
        }
        tmux.press("C-c");
    }

    private void talk(Tmux tmux, Path speech) throws IOException, InterruptedException {
        tmux.press("F2");
        card.awaitListener();
        card.say(speech);
        tmux.waitFor("rec ");
        talks++;
    }

    private void isUnderstood(Tmux tmux) throws IOException, InterruptedException {
        tmux.waitFor("answer number " + talks, screen -> count(screen, "Answer to " + WORDS) >= talks);
    }

    private void awaitSound() throws IOException, InterruptedException {
        try (VirtualSoundCard.Heard heard = card.hear()) {
            heard.awaitSound(heard.sound().length);
        }
    }

    private static boolean saysWhyNothingWasHeard(String screen) {
        return Stream.of("open the microphone", "No microphone found", "sends no audio", "Didn't hear anything")
                .anyMatch(screen::contains);
    }

    private static int speakerLines(String screen) {
        return Stream.of("Speaker disconnected", "The speaker ", "No speaker found", "Cannot open the speaker")
                .mapToInt(line -> count(screen, line))
                .sum();
    }

    private static int count(String screen, String text) {
        return screen.split(Pattern.quote(text), -1).length - 1;
    }

    private List<String> program(String option, String... arguments) {
        return ChildProgram.of(cloud.voicebot().environment(), List.of(option), "dev.voicebot.cli.Main", arguments)
                .command();
    }

    private Process start(String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(program("-Xss1m", arguments)));
        builder.environment().clear();
        builder.environment().putAll(cloud.voicebot().environment());
        Process process = builder.redirectError(folder.resolve("err.txt").toFile())
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
        process.getOutputStream().close();
        return process;
    }

    private int exit(Process process) throws IOException, InterruptedException {
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly().waitFor();
        assertThat(ended).as("it hangs: %s", errors()).isTrue();
        return process.exitValue();
    }

    private String errors() throws IOException {
        return Files.readString(folder.resolve("err.txt"), StandardCharsets.UTF_8);
    }

    private String session() throws IOException {
        try (Stream<Path> files = Files.list(cloud.voicebot().recordings().resolveSibling("sessions"))) {
            Path newest = files.max(Path::compareTo).orElseThrow();
            return Files.readString(newest, StandardCharsets.UTF_8);
        }
    }
}
