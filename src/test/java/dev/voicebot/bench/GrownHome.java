package dev.voicebot.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** The files of somebody who has talked with voicebot for years: conversations, recordings and what was counted. */
final class GrownHome {
    /** Is in a few turns. */
    static final String RARE = "zeppelin";

    /** Is in four of five turns. */
    static final String FREQUENT = "garden";

    private static final int TURNS = 8;
    private static final int RARE_TURNS = 20;
    private static final int WORDS = 115; // of a reply
    private static final int DAYS = 3650;
    private static final int RATE = 16000;
    private static final Instant LAST = Instant.parse("2026-10-01T12:00:00Z");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuuMMdd_HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final List<String> VOCABULARY = List.of(
            "the",
            "a",
            "of",
            "to",
            "and",
            "rain",
            "water",
            "winter",
            "seed",
            "soil",
            "leaf",
            "morning",
            "because",
            "often",
            "sometimes",
            "between",
            "under",
            "light",
            "shade",
            "small",
            "green",
            "patience",
            "\\\"well\\\"");

    private final Path home;
    private final Path data;
    private final Random random = new Random(7);
    private final List<String> replies = new ArrayList<>();

    GrownHome(Path home) {
        this.home = home;
        this.data = home.resolve(".local/share/voicebot");
        for (int i = 0; i < 200; i++) {
            replies.add(reply(i % 5 != 0));
        }
    }

    Path sessions() {
        return data.resolve("sessions");
    }

    /** So many conversations, recordings and counted turns. */
    void grow(int size) throws IOException {
        keepSessions(size);
        keepRecordings(size);
        keepUsage(size);
    }

    /** One more recording, made now. */
    void record() throws IOException {
        keepRecording(Instant.now());
    }

    private void keepSessions(int size) throws IOException {
        Files.createDirectories(sessions());
        int rareEvery = Math.max(1, size / RARE_TURNS);
        for (int i = 0; i < size; i++) {
            Instant begin = LAST.minusSeconds(60L * 47 * i);
            String id = MINUTE.format(begin) + "-" + letters(i);
            StringBuilder lines = new StringBuilder("{\"session\":\"" + id + "\",\"started\":\"" + begin
                    + "\",\"engines\":\"chat: qwen-plus · voice: longxiaochun\"}\n");
            for (int turn = 1; turn <= TURNS; turn++) {
                String word = i % rareEvery == 0 && turn == TURNS / 2 ? " " + RARE : "";
                append(turn, begin.plusSeconds(60L * turn), "Question " + i + ", " + turn + word, lines);
            }
            Files.writeString(sessions().resolve(id + ".jsonl"), lines);
        }
    }

    private void append(int turn, Instant asked, String question, StringBuilder lines) {
        String reply = replies.get(random.nextInt(replies.size()));
        lines.append("{\"turn\":")
                .append(turn)
                .append(",\"asked\":\"")
                .append(asked)
                .append("\",\"question\":\"");
        lines.append(question).append("\",\"reply\":\"").append(reply);
        lines.append("\",\"end\":\"whole\",\"heard\":\"").append(reply);
        lines.append("\",\"after_ms\":9120,\"model\":\"qwen-plus\",\"usage\":{\"prompt_tokens\":812,"
                + "\"completion_tokens\":150,\"characters\":640},\"engine\":\"dashscope\","
                + "\"voice\":\"longxiaochun\",\"sound_began_ms\":812,\"tokens\":[");
        int at = 400;
        for (String word : reply.split(" ", -1)) {
            lines.append(at == 400 ? "[" : ",[")
                    .append(at)
                    .append(",\"")
                    .append(word)
                    .append(" \"]");
            at += 25;
        }
        lines.append("]}\n");
    }

    private String reply(boolean isFrequent) {
        StringBuilder text = new StringBuilder(isFrequent ? "A " + FREQUENT : "It");
        for (int i = 0; i < WORDS; i++) {
            text.append(' ').append(VOCABULARY.get(random.nextInt(VOCABULARY.size())));
        }
        return text.append('.').toString();
    }

    private static String letters(int number) {
        return String.format(Locale.ROOT, "%3s", Integer.toString(number % 17576, 36))
                .replace(' ', 'a')
                .substring(0, 3);
    }

    private void keepRecordings(int size) throws IOException {
        Files.createDirectories(recordings());
        for (int i = 0; i < size; i++) {
            keepRecording(LAST.minusSeconds(60L * 31 * i));
        }
    }

    private Path recordings() {
        return home.resolve("output_wavs"); // the default, beside where it is started
    }

    private void keepRecording(Instant time) throws IOException {
        Path wav = recordings().resolve(SECOND.format(time) + ".wav");
        Files.write(wav, tone());
        Files.writeString(wav.resolveSibling(SECOND.format(time) + ".json"), """
                {"time":"%s","question":"What grows here?","said":"A garden grows here, with patience.",
                "complete":true,"voice":"longxiaochun","engine":"dashscope"}
                """.formatted(time));
    }

    /** A tenth of a second. */
    private static byte[] tone() {
        int bytes = RATE / 10 * 2;
        ByteBuffer wav = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
        wav.putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
        return wav.array();
    }

    private void keepUsage(int size) throws IOException {
        Path folder = Files.createDirectories(data.resolve("usage"));
        int days = Math.min(size, DAYS);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        for (int day = 0; day < days; day++) {
            StringBuilder lines = new StringBuilder();
            for (int turn = day; turn < size; turn += days) {
                lines.append("""
                        {"at":"2026-10-01T12:00:00Z","service":"qwen-plus","turns":1,"prompt_tokens":812,\
                        "completion_tokens":150,"characters":640,"audio_ms":3100,"cost":0.0021,"currency":"CNY"}
                        """);
            }
            Files.writeString(folder.resolve(today.minusDays(day) + ".jsonl"), lines);
        }
    }
}
