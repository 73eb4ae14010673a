package dev.voicebot.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voicebot.soak.Counts.Fate;
import dev.voicebot.standin.Script;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** One long conversation in a pipe, gone on with whenever the process was ended. */
final class SoakChat implements AutoCloseable {
    private static final String KIND = "chat";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Surroundings around;
    private final Figures figures;
    private final List<String> asked = new ArrayList<>();
    private final Map<String, Fate> fates = new HashMap<>();
    private Process process;
    private BufferedReader replies;

    SoakChat(Surroundings around, Figures figures) throws IOException {
        this.around = around;
        this.figures = figures;
        start("chat", "--json");
    }

    private void start(String... command) throws IOException {
        process = around.voicebot(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        around.home.resolve("chat-err.txt").toFile()))
                .start();
        replies = process.inputReader(StandardCharsets.UTF_8);
    }

    /** One question, in the middle of which the process may be ended. */
    void ask() throws IOException, InterruptedException {
        String question = "q" + asked.size();
        asked.add(question);
        around.drawChatFault();
        around.drawSpeechFault(Script.Part.SYNTHESIS, 5);
        process.getOutputStream().write((question + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        boolean ended = around.draw(6);
        if (ended) {
            TimeUnit.MILLISECONDS.sleep(around.random.nextInt(600)); // which moment of the turn is the point
            signal(List.of("TERM", "HUP", "KILL").get(around.random.nextInt(3)));
        }
        String line = replies.readLine();
        fates.put(question, line == null ? withoutReply(ended) : fate(question, JSON.readTree(line)));
        if (ended || line == null) {
            goOn();
        } else {
            figures.look(process, asked.size());
        }
    }

    private static Fate withoutReply(boolean ended) {
        return ended ? Fate.ENDED : Fate.LOST;
    }

    private static Fate fate(String question, JsonNode turn) {
        if (!turn.path("question").asText().equals(question)) {
            return Fate.OUT_OF_ORDER;
        }
        boolean whole = turn.path("end").asText().equals("whole")
                && turn.path("text").asText().equals(Surroundings.expected(question));
        return whole ? Fate.ANSWERED : turn.has("fault") ? Fate.TOLD : Fate.ENDED;
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .redirectErrorStream(true)
                .start()
                .waitFor();
    }

    private void goOn() throws IOException, InterruptedException {
        process.getOutputStream().close();
        replies.transferTo(Writer.nullWriter()); // a reply that was whole before the signal came is in the session, too
        process.waitFor();
        start("chat", "--json", "--continue");
    }

    /** Compares what was asked and answered with what is kept. */
    void check() throws IOException, InterruptedException {
        close();
        List<JsonNode> kept = kept();
        Set<String> reached = new HashSet<>();
        around.standIn.chat().requests().forEach(request -> reached.add(request.question()));
        int last = -1;
        for (JsonNode turn : kept) {
            int number = asked.indexOf(turn.path("question").asText());
            if (number < last) {
                around.counts.add(KIND, Fate.OUT_OF_ORDER, turn.toString());
            }
            last = Math.max(last, number);
        }
        for (String question : asked) {
            around.counts.add(KIND, fate(question, kept, reached), question + " was " + fates.get(question));
        }
    }

    private Fate fate(String question, List<JsonNode> kept, Set<String> reached) {
        List<JsonNode> turns = kept.stream()
                .filter(turn -> turn.path("question").asText().equals(question))
                .toList();
        Fate shown = fates.getOrDefault(question, Fate.LOST);
        if (turns.size() > 1) {
            return Fate.DOUBLED;
        }
        if (turns.isEmpty()) {
            return reached.contains(question) || shown == Fate.ANSWERED ? Fate.LOST : shown;
        }
        boolean whole = turns.get(0).path("reply").asText().equals(Surroundings.expected(question));
        return shown == Fate.ANSWERED && !whole ? Fate.LOST : shown;
    }

    private List<JsonNode> kept() throws IOException, InterruptedException {
        List<JsonNode> turns = new ArrayList<>();
        Surroundings.Finished list = around.run(around.voicebot("sessions", "list"), 0);
        List<String> oldestFirst = new ArrayList<>(list.out().lines().toList());
        Collections.reverse(oldestFirst);
        for (String line : oldestFirst) {
            Surroundings.Finished shown =
                    around.run(around.voicebot("sessions", "show", line.split(" ", 2)[0], "--json"), 0);
            JSON.readTree(shown.out()).path("turns").forEach(turn -> {
                if (asked.contains(turn.path("question").asText())) {
                    turns.add(turn);
                }
            });
        }
        return turns;
    }

    /** Lets it end by itself. */
    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
