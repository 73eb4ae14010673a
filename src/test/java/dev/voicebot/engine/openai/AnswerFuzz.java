package dev.voicebot.engine.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.openai.core.ObjectMappers;
import com.openai.models.chat.completions.ChatCompletionChunk;
import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;

/** Any bytes as the answer of a chat service: pieces of a reply, or a fault that the program knows. */
class AnswerFuzz {
    @FuzzTest(maxDuration = "1m")
    void anyBytesAreAReplyOrAKnownFault(byte[] bytes) {
        StringBuilder reply = new StringBuilder();
        AnswerReader reader = new AnswerReader(reply::append);
        try (BufferedSource lines = Okio.buffer(new EventLines(new Buffer().write(bytes), () -> {}))) {
            for (String line = lines.readUtf8Line(); line != null; line = lines.readUtf8Line()) {
                read(line, reader);
            }
        } catch (IOException e) {
            assertThat(e).hasMessage("the reply ended before it was whole");
        }
        reader.finish();

        assertThat(reply).hasSizeLessThanOrEqualTo((int) reader.length());
    }

    private static void read(String line, AnswerReader reader) {
        if (line.startsWith("data: {")) {
            try {
                reader.read(ObjectMappers.jsonMapper()
                        .readValue(line.substring("data: ".length()), ChatCompletionChunk.class));
            } catch (JsonProcessingException e) {
                return; // the SDK's own fault, which the program knows
            }
        }
    }
}
