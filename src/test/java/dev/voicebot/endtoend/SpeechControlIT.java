package dev.voicebot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.voicebot.Await;
import dev.voicebot.Requirements;
import dev.voicebot.audio.Correlation;
import dev.voicebot.sound.VirtualSoundCard;
import dev.voicebot.standin.ReceivedSpeech;
import dev.voicebot.standin.Script;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The packaged program: what the keys do to a reply that is being spoken, heard at the speaker's monitor. */
class SpeechControlIT extends CloudTest {
    private static final int SECOND = VirtualSoundCard.rate() * 2; // bytes
    private static final int LOUD = 300;
    private static final double ALIKE = 0.7; // a place between two samples of the comparison costs a quarter

    SpeechControlIT() {
        super(new Script()
                .answer(tale())
                .tokens(Duration.ofMillis(50), Duration.ofMillis(2))
                .audioPace(4));
    }

    @Test
    void aReplyIsPausedSkippedMadeFasterInterruptedAndTakenUpAgain() throws IOException, InterruptedException {
        Requirements.commands("tmux");
        try (Tmux tmux = cloud.chat();
                VirtualSoundCard.Heard heard = cloud.card().hear()) {
            tmux.type("tell me a tale");
            tmux.press("Enter");
            awaitSound(heard, 0, SECOND);
            ReceivedSpeech spoken = cloud.standIn().spoken();

            tmux.press("M-p");
            tmux.waitFor("paused ›");
            int pause = awaitSilence(heard);
            tmux.press("M-p");
            tmux.waitFor("speaking ›");
            int resumed = awaitSound(heard, pause + 2, SECOND);
            assertNothingIsMissing(spoken.sent(), heard.sound(), pause, resumed);

            tmux.press("M-Right");
            tmux.press("M-Up");
            tmux.waitFor("speaking 1.1× ›");
            awaitSound(heard, heard.sound().length, SECOND);

            tmux.press("Escape");
            tmux.waitFor("[interrupted");
            awaitSilence(heard);

            tmux.type("/continue");
            tmux.press("Enter");
            tmux.waitFor("[continued]");
            awaitSound(heard, heard.sound().length, SECOND);
            tmux.press("C-c");
            tmux.press("C-d");
            tmux.waitFor("[exit 0]");
        }
    }

    /** The half second before the pause and the one after it follow one another in what was sent. */
    private static void assertNothingIsMissing(byte[] sent, byte[] sound, int pause, int resumed) {
        Correlation.Match before = Correlation.match(
                Arrays.copyOfRange(sound, pause - SECOND / 2, pause), VirtualSoundCard.rate(), sent, 22050);
        Correlation.Match after = Correlation.match(
                Arrays.copyOfRange(sound, resumed, resumed + SECOND / 2), VirtualSoundCard.rate(), sent, 22050);

        assertThat(before.likeness()).isGreaterThan(ALIKE);
        assertThat(after.likeness()).isGreaterThan(ALIKE);
        assertThat(after.seconds()).isCloseTo(before.seconds() + 0.5, within(0.1));
    }

    /** Waits until so many bytes came since the first loud sample behind {@code from}; gives that one's place. */
    private static int awaitSound(VirtualSoundCard.Heard heard, int from, int bytes) {
        return Await.value(() -> "speech", () -> {
            byte[] sound = heard.sound();
            int begin = loud(sound, from, 2);
            return begin >= 0 && sound.length >= begin + bytes ? Optional.of(begin) : Optional.empty();
        });
    }

    /** Waits until nothing was heard for half a second; gives the place where the sound ended. */
    private static int awaitSilence(VirtualSoundCard.Heard heard) {
        return Await.value(() -> "silence", () -> {
            byte[] sound = heard.sound();
            int end = loud(sound, sound.length - 2 - sound.length % 2, -2);
            return sound.length - end > SECOND / 2 ? Optional.of(end) : Optional.empty();
        });
    }

    /** The first loud sample from a place on, going in steps; -1 when there is none. */
    private static int loud(byte[] sound, int from, int step) {
        for (int i = from; i >= 0 && i + 1 < sound.length; i += step) {
            int sample = (sound[i + 1] << 8) | (sound[i] & 0xff);
            if (Math.abs(sample) > LOUD) {
                return i;
            }
        }
        return -1;
    }

    /** No two places sound alike, so that each can be found again. */
    private static String[] tale() {
        Random random = new Random(7);
        List<String> words = new ArrayList<>();
        for (int i = 1; i <= 240; i++) {
            StringBuilder word = new StringBuilder();
            for (int j = 0; j < 5; j++) {
                word.append((char) ('a' + random.nextInt(26)));
            }
            words.add(word + (i % 6 == 0 ? ". " : " "));
        }
        return words.toArray(String[]::new);
    }
}
