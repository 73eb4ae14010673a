package dev.voicebot.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voicebot.audio.ClipPlayer;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.turn.MemoryOutput;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PlayerScreenTest {
    private static final int RATE = 1000;

    private final MemoryOutput speaker = new MemoryOutput().standStill();
    private final PcmFrame clip = new PcmFrame(loudInTheMiddle(), RATE);
    private final ClipPlayer player = new ClipPlayer(clip, 1, speaker);

    @Test
    void theShapeThePlayheadAndTheKeysAreOnOneRow() {
        try (MemoryTerminal terminal = new MemoryTerminal(60, 5)) {
            CompletableFuture<Boolean> playing = play(terminal);
            speaker.letPass(2000);

            terminal.awaitRow("▶ 0:02 ▁▁▁|▁▅███▅▁▁▁▁▁ 0:08  space pause · ←→ seek · q quit");

            terminal.type("q");
            assertThat(playing.join()).isFalse();
            terminal.awaitGone("▶ 0:02 ▁▁▁|▁▅███▅▁▁▁▁▁ 0:08  space pause · ←→ seek · q quit");
        }
    }

    @Test
    void spaceHoldsThePlayheadAndArrowsMoveIt() {
        try (MemoryTerminal terminal = new MemoryTerminal(40, 5)) {
            CompletableFuture<Boolean> playing = play(terminal);
            speaker.letPass(4000);

            terminal.type(" ");
            terminal.await(rows -> rows.get(0).startsWith("‖ 0:04 "), "paused at 0:04");
            terminal.type("\033[D\033[D\033[D");
            terminal.await(rows -> rows.get(0).startsWith("‖ 0:01 "), "paused at 0:01");
            terminal.type("\033OC");
            terminal.await(rows -> rows.get(0).startsWith("‖ 0:02 "), "paused at 0:02");
            speaker.letAllPass();
            terminal.type(" ");

            assertThat(playing.join()).isTrue();
            assertThat(speaker.heard()).hasSizeGreaterThan(8000);
        }
    }

    @Test
    void keysWithoutAMeaningDoNothing() {
        try (MemoryTerminal terminal = new MemoryTerminal(40, 5)) {
            CompletableFuture<Boolean> playing = play(terminal);
            speaker.letPass(4000);

            terminal.type("\033x\033[13;2u\033[1;5Cx ");
            terminal.await(rows -> rows.get(0).startsWith("‖ 0:04 "), "paused at 0:04");
            speaker.letAllPass();
            terminal.type(" ");

            assertThat(playing.join()).describedAs("played to its end").isTrue();
        }
    }

    @Test
    void aNarrowTerminalGetsNoMoreThanItsWidth() {
        try (MemoryTerminal terminal = new MemoryTerminal(20, 5)) {
            CompletableFuture<Boolean> playing = play(terminal);
            speaker.letPass(1000);

            terminal.await(
                    rows -> rows.get(0).startsWith("▶ 0:01 ") && rows.get(0).endsWith("0:08"), "one row");
            assertThat(terminal.rows().get(0).length()).isLessThan(20);

            terminal.type("q");
            playing.join();
        }
    }

    private CompletableFuture<Boolean> play(MemoryTerminal terminal) {
        return CompletableFuture.supplyAsync(() -> PlayerScreen.play(player, clip, false, terminal.terminal()));
    }

    private static short[] loudInTheMiddle() {
        short[] samples = new short[8 * RATE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (i > 3000 && i < 5000 ? (i > 3666 && i < 4333 ? 10_000 : 6000) : 0);
        }
        return samples;
    }
}
