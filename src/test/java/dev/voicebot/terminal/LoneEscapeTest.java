package dev.voicebot.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoneEscapeTest {
    @Test
    void escapeIsAloneWhenNothingFollows() {
        assertThat(new LoneEscape(() -> 0).isAlone()).isTrue();
    }

    @Test
    void escapeIsNotAloneWhenMoreWaitsAlready() {
        assertThat(new LoneEscape(() -> 2).isAlone()).isFalse();
    }

    @Test
    void escapeIsNotAloneWhenMoreComesAMomentLater() {
        AtomicInteger looks = new AtomicInteger();

        assertThat(new LoneEscape(() -> looks.incrementAndGet() > 3 ? 1 : 0).isAlone())
                .isFalse();
    }

    @Test
    void whereNothingCanBeSeenItIsLeftToTheSlowWay() {
        LoneEscape escape = new LoneEscape(() -> {
            throw new IOException("no such device");
        });

        assertThat(escape.isAlone()).isFalse();
    }
}
