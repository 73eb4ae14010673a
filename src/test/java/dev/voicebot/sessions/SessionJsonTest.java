package dev.voicebot.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voicebot.sessions.SavedTurn.TimedText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What scripts read: documents, lists, hits, and the events of a replay. */
class SessionJsonTest {
    private static final String TURN =
            "{\"turn\":2,\"asked\":\"2026-11-25T09:53:12.345Z\",\"question\":\"What is tea?\","
                    + "\"spoken\":{\"ms\":1500,\"partials\":[[400,\"What\"],[900,\"What is\"]]},\"reply\":\"A drink.\","
                    + "\"end\":\"failed\",\"heard\":\"A\",\"after_ms\":2000,\"fault\":\"No network.\",\"model\":\"qwen-plus\","
                    + "\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":7,\"characters\":8},"
                    + "\"engine\":\"cosyvoice-v2\",\"voice\":\"longwan_v2\",\"sound_began_ms\":420,\"wav\":\"/wavs/1.wav\","
                    + "\"speech_broke\":true,\"shortened_at\":5,\"tokens\":[[100,\"A \"],[300,\"drink.\"]]}";

    private final SavedTurn turn = TurnLine.read(JsonLines.parse(TURN));

    @Test
    void aConversationIsOneDocumentWithItsTurnsAsInItsFile() throws IOException {
        SavedSession session = new SavedSession(
                "20261125-0953-abc",
                Instant.parse("2026-11-25T09:53:00Z").atOffset(ZoneOffset.UTC),
                "chat: test",
                List.of(turn));

        assertThat(json(SessionJson.of(session)))
                .isEqualTo(json("{\"session\":\"20261125-0953-abc\",\"started\":\"2026-11-25T09:53:00Z\","
                        + "\"engines\":\"chat: test\",\"turns\":[" + TURN + "]}"));
    }

    @Test
    void aRowOfTheListIsALine() {
        assertThat(SessionJson.of(new SessionSummary("abc", Instant.parse("2026-11-25T09:53:12Z"), 3, "What is tea?")))
                .isEqualTo("{\"session\":\"abc\",\"used\":\"2026-11-25T09:53:12Z\",\"turns\":3,"
                        + "\"first_words\":\"What is tea?\"}");
    }

    @Test
    void aHitIsALine() {
        TurnText text = new TurnText(2, turn.question().asked(), "What is tea?", "A drink.");

        assertThat(SessionJson.of(new SessionHit("abc", text, "What is tea? → A drink.")))
                .isEqualTo("{\"session\":\"abc\",\"turn\":2,\"asked\":\"2026-11-25T09:53:12.345Z\","
                        + "\"question\":\"What is tea?\",\"reply\":\"A drink.\"}");
    }

    @Test
    void everyEventOfAReplayIsALineWithItsTime() {
        TimedText text = new TimedText(Duration.ofMillis(400), "What");

        assertThat(ReplayJson.partial(turn, text))
                .isEqualTo("{\"type\":\"partial\",\"turn\":2,\"ms\":400,\"text\":\"What\"}");
        assertThat(ReplayJson.question(turn))
                .isEqualTo("{\"type\":\"question\",\"turn\":2,\"ms\":0,\"asked\":\"2026-11-25T09:53:12.345Z\","
                        + "\"spoken\":true,\"text\":\"What is tea?\"}");
        assertThat(ReplayJson.token(turn, text))
                .isEqualTo("{\"type\":\"token\",\"turn\":2,\"ms\":400,\"text\":\"What\"}");
        assertThat(ReplayJson.sound(turn, Path.of("1.wav")))
                .isEqualTo("{\"type\":\"sound\",\"turn\":2,\"ms\":420,\"wav\":\"1.wav\"}");
        assertThat(ReplayJson.end(turn))
                .isEqualTo("{\"type\":\"end\",\"turn\":2,\"ms\":2000,\"end\":\"failed\",\"heard\":\"A\"}");
    }

    @Test
    void markdownTellsOfTalkFaultAndSound() {
        SavedSession session = new SavedSession("abc", turn.question().asked(), "", List.of(turn));

        assertThat(new SessionMarkdown(ZoneOffset.ofHours(8)).of(session))
                .isEqualTo("""
                # Conversation of 2026-11-25 17:53

                Session abc

                ## 2 · 17:53:12 · spoken

                > What is tea?

                A drink.

                *[failed: No network.]*

                [sound](%s)
                """.formatted(Path.of("/wavs/1.wav").toUri()));
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
