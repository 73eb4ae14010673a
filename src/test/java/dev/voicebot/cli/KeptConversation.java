package dev.voicebot.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

/** Conversations on the disk, with everything that may stand in one. */
final class KeptConversation {
    static final String SPOKEN = "20261125-0953-abc";
    static final String TYPED = "20261124-0800-xyz";

    private KeptConversation() {}

    /** Two turns: one that was spoken and answered aloud, one that was interrupted; and an older one of a single turn. */
    static void write(Path home, Path wav) throws IOException {
        file(
                home,
                SPOKEN,
                200,
                "{\"turn\":1,\"asked\":\"2026-11-25T09:53:20.001Z\",\"question\":\"What is tea?\",\"spoken\":{\"ms\":900,"
                        + "\"partials\":[[4,\"What\"],[8,\"What is\"]]},\"reply\":\"A hot drink.\",\"end\":\"whole\","
                        + "\"heard\":\"A hot drink.\",\"after_ms\":30,\"model\":\"qwen-plus\",\"usage\":{\"prompt_tokens\":20,"
                        + "\"completion_tokens\":4,\"characters\":12},\"engine\":\"cosyvoice-v2\",\"voice\":\"longwan_v2\","
                        + "\"sound_began_ms\":15,\"wav\":\"" + wav + "\",\"tokens\":[[10,\"A hot \"],[20,\"drink.\"]]}",
                "{\"turn\":2,\"asked\":\"2026-11-25T09:53:20.061Z\",\"question\":\"茶道呢？\",\"reply\":\"茶道是艺术。\","
                        + "\"end\":\"interrupted\",\"heard\":\"茶道\",\"after_ms\":20,\"model\":\"qwen-plus\","
                        + "\"usage\":{\"prompt_tokens\":40,\"completion_tokens\":5,\"characters\":0},"
                        + "\"tokens\":[[5,\"茶道是\"],[10,\"艺术。\"]]}");
        file(
                home,
                TYPED,
                100,
                "{\"turn\":1,\"asked\":\"2026-11-24T08:00:01Z\",\"question\":\"hello\",\"reply\":\"\",\"end\":\"failed\","
                        + "\"heard\":\"\",\"after_ms\":10,\"fault\":\"the key is refused\",\"usage\":{\"prompt_tokens\":0,"
                        + "\"completion_tokens\":0,\"characters\":0},\"tokens\":[]}");
    }

    private static void file(Path home, String id, long used, String... turns) throws IOException {
        Path folder = Files.createDirectories(home.resolve(".local/share/voicebot/sessions"));
        String header = "{\"session\":\"" + id + "\",\"started\":\"2026-11-25T09:53:12Z\",\"engines\":\"chat: test\"}";
        Path file = Files.writeString(
                folder.resolve(id + ".jsonl"), header + "\n" + String.join("\n", List.of(turns)) + "\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(used)));
    }
}
