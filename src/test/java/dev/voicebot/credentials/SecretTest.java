package dev.voicebot.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTest {
    @Test
    void aKeyThatIsQuotedIsTakenOut() {
        assertThat(new Secret("sk-0123456789").hideIn("no key: sk-0123456789.")).isEqualTo("no key: ***.");
    }

    @Test
    void theWordThatALocalServerTakesForAKeyLeavesTextsAsTheyAre() {
        assertThat(new Secret("k").hideIn("Ask again")).isEqualTo("Ask again");
        assertThat(new Secret("").hideIn("Ask again")).isEqualTo("Ask again");
        assertThat(new Secret("none").hideIn("there is none")).isEqualTo("there is none");
    }

    @Test
    void itNeverShowsItself() {
        assertThat(new Secret("sk-0123456789")).hasToString("***");
    }
}
