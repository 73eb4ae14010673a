package dev.voicebot.engine.openai;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello world",
                "\"hello world\"\n",
                "{\"text\": \" hello world\\n\"}",
                "{\"task\":\"transcribe\",\"text\":\"hello world\",\"segments\":[{\"text\":\"hello\"},{\"text\":\"world\"}]}",
                "{\"segments\":[{\"id\":0,\"text\":\" hello\"},{\"id\":1,\"text\":\" world\"}]}",
                "[{\"text\":\"hello world\"}]",
                "[{\"start\":0,\"text\":\" hello\"},{\"start\":1,\"text\":\" world\"}]",
                "{\"text\":\"hello\"}\n{\"text\":\"world\"}\n",
                "{\"text\":\"<|en|><|NEUTRAL|><|Speech|><|withitn|>hello world\"}",
                "<|en|><|EMO_UNKNOWN|>hello world",
                "data: {\"type\":\"transcript.text.delta\",\"delta\":\"hello \"}\r\n\r\ndata: {\"type\":\"transcript.text.done\",\"text\":\"hello world\"}\r\n\r\n",
                "event: x\ndata:{\"type\":\"transcript.text.segment\",\"text\":\"hello\"}\n\ndata:{\"text\":\"world\"}\n\ndata: [DONE]",
            })
    void aTranscriptOfAnyShapeIsRead(String body) {
        assertThat(TranscriptText.in(body)).contains("hello world");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n",
                "{\"text\":\"\"}",
                "[]",
                "\"\"",
                "[BLANK_AUDIO]",
                "{\"text\":\" (wind blowing)\"}",
                "{\"segments\":[],\"text\":\"\"}",
                "{\"segments\":[]}",
                "<|nospeech|><|EMO_UNKNOWN|><|Event_UNK|>",
                "data: [DONE]"
            })
    void silenceHasNoWords(String body) {
        assertThat(TranscriptText.in(body)).contains("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>Bad gateway</html>",
                "{}",
                "{\"error\":\"x\"}",
                "{\"detail\":\"x\"}",
                "data: {\"error\":{\"message\":\"x\"}}\n\n",
                "{\"error\":\"x\"}\n{\"error\":\"y\"}"
            })
    void whatIsNoTranscriptIsNoSilence(String body) {
        assertThat(TranscriptText.in(body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", "\"Yes,\" he said.", "[sic] is Latin", "3.5"})
    void wordsThatLookLikeJsonAreWords(String body) {
        assertThat(TranscriptText.in(body)).contains(body);
    }
}
