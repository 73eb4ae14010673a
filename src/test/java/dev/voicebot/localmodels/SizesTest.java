package dev.voicebot.localmodels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SizesTest {
    @Test
    void sizesAreRounded() {
        assertThat(Sizes.words(999)).isEqualTo("999 B");
        assertThat(Sizes.words(4885)).isEqualTo("4.9 kB");
        assertThat(Sizes.words(239_233_841)).isEqualTo("239 MB");
        assertThat(Sizes.words(999_900_000)).isEqualTo("1.0 GB");
    }
}
