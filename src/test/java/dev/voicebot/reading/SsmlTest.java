package dev.voicebot.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voicebot.outcome.AssistantException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a foreign document reaches a voice. */
class SsmlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<speak>One. <break time=\"1s\"/> Two &amp; three &lt; four.</speak>",
                "<speak><p><s>One</s></p><prosody rate=\"fast\" pitch=\"+10%\">two</prosody></speak>",
                "<speak rate=\"1.2\">a <sub alias=\"World Wide Web\">WWW</sub></speak>",
                "<speak><say-as interpret-as=\"date\">2026-11-25</say-as><phoneme alphabet=\"py\""
                        + " ph=\"hao3\">好</phoneme></speak>",
                "<speak><soundEvent src=\"https://example.com/a.wav\"/></speak>",
                "<speak><voice name=\"en-us+f3\">one</voice></speak>"
            })
    void whatVoicesKnowStaysAsItIs(String document) {
        assertThat(Ssml.safe(document)).isEqualTo(document);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<speak><audio src=\"/etc/passwd\"/></speak>",
                "<speak><AUDIO src=\"/etc/passwd\"/></speak>",
                "<speak xmlns:x=\"urn:x\"><x:audio src=\"/etc/passwd\"/></speak>",
                "<speak xml:base=\"/etc/\">one</speak>",
                "<speak bgm=\"/etc/passwd\">one</speak>",
                "<speak><soundEvent src=\"file:///etc/passwd\"/></speak>",
                "<speak><p src=\"https://example.com\">one</p></speak>",
                "<speak><lexicon uri=\"/etc/passwd\"/></speak>",
                "<speak><voice name=\"!v/../../../../etc/passwd\">one</voice></speak>",
                "<speak><voice name=\"..\">one</voice></speak>",
                "<speak><break time=\"99999999s\"/></speak>",
                "<speak><break time=\"61000ms\"/></speak>",
                "<script>one</script>"
            })
    void whatNamesFilesOrIsUnknownIsRefused(String document) {
        assertThatThrownBy(() -> Ssml.safe(document))
                .isInstanceOf(AssistantException.class)
                .hasMessageContaining("The SSML cannot be spoken in line 1");
    }

    @Test
    void markupThatOnlyTheParserTakesForTextIsText() {
        assertThat(Ssml.safe("<speak><![CDATA[<audio src=\"/etc/passwd\"/>]]></speak>"))
                .isEqualTo("<speak>&lt;audio src=\"/etc/passwd\"/&gt;</speak>");
        assertThat(Ssml.safe("<speak>one<!-- <audio src=\"/etc/passwd\"/> --><?run it?></speak>"))
                .isEqualTo("<speak>one</speak>");
    }

    @Test
    void deepNestingIsRefused() {
        String deep = "<prosody rate=\"fast\">".repeat(30) + "one" + "</prosody>".repeat(30);

        assertThatThrownBy(() -> Ssml.safe("<speak>" + deep + "</speak>")).hasMessageContaining("nested");
    }
}
