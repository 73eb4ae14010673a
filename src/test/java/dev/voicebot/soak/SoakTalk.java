package dev.voicebot.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voicebot.ChildProgram;
import dev.voicebot.endtoend.PseudoTerminal;
import dev.voicebot.endtoend.Speech;
import dev.voicebot.programs.OnPath;
import dev.voicebot.soak.Counts.Fate;
import dev.voicebot.sound.VirtualSoundCard;
import dev.voicebot.standin.Script;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Hands-free talks in a terminal, with a virtual sound card whose server hangs now and then. */
final class SoakTalk implements AutoCloseable {
    private static final String KIND = "hands-free";
    private static final long PATIENCE_MILLIS = 40_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Surroundings around;
    private final VirtualSoundCard card;
    private final Path speech;
    private final Map<String, String> environment;
    private final PseudoTerminal terminal;
    private final Map<String, Fate> said = new LinkedHashMap<>();

    private SoakTalk(Surroundings around, VirtualSoundCard card) throws IOException, InterruptedException {
        this.around = around;
        this.card = card;
        speech = Speech.in(around.home).wav();
        environment = new LinkedHashMap<>(around.environment());
        environment.putAll(card.environment());
        environment.put("XDG_DATA_HOME", around.home.resolve("talks").toString()); // a conversation of its own
        terminal = PseudoTerminal.start(
                around.home,
                environment,
                program("chat", "--hands-free").command().toArray(String[]::new));
        terminal.awaitAnswered();
        terminal.waitFor("listening");
    }

    private ProcessBuilder program(String... arguments) {
        return ChildProgram.of(
                environment, List.of("-Dvoicebot.terminals=in,out,err"), "dev.voicebot.cli.Main", arguments);
    }

    /** Whether this machine has what it takes. */
    static boolean isPossible(Map<String, String> environment) {
        return List.of("pulseaudio", "pactl", "paplay", "script").stream()
                .allMatch(program -> OnPath.find(program, environment).isPresent());
    }

    static SoakTalk start(Surroundings around) throws IOException, InterruptedException {
        VirtualSoundCard card = VirtualSoundCard.start(around.home.resolve("card"));
        try {
            return new SoakTalk(around, card);
        } catch (IOException | InterruptedException | RuntimeException | AssertionError e) {
            card.close(); // or its server would stay
            throw e;
        }
    }

    /** Says something; the recognizer may fail in the middle, and the sound server may hang while it is answered. */
    void say() throws IOException, InterruptedException {
        String words = "talk number " + said.size() + ".";
        around.script.sentences(words);
        around.drawChatFault();
        around.drawSpeechFault(Script.Part.RECOGNITION, 4);
        String before = terminal.output();
        awaitMicrophone();
        card.say(speech);
        boolean asked = awaitQuestion(words, before);
        around.noSpeechFault();
        if (asked && around.draw(4)) {
            card.freeze();
            TimeUnit.SECONDS.sleep(2); // longer than the program waits for a device
            card.thaw();
        }
        said.put(words, asked ? Fate.ANSWERED : isTold(before) ? Fate.TOLD : Fate.LOST);
    }

    /** Hands-free turns itself off where it cannot go on, and falls asleep where nobody speaks for long: it says so. */
    private void awaitMicrophone() throws IOException, InterruptedException {
        try {
            card.awaitListener();
        } catch (AssertionError e) {
            String output = terminal.output();
            boolean off = output.lastIndexOf("/handsfree turns it back on") > output.lastIndexOf("listening");
            terminal.type(off ? "/handsfree\r" : "\r");
            awaitMicrophoneNow();
        }
    }

    private void awaitMicrophoneNow() throws IOException, InterruptedException {
        try {
            card.awaitListener();
        } catch (AssertionError e) {
            String output = terminal.output();
            throw new AssertionError("the last it wrote: " + output.substring(Math.max(0, output.length() - 2000)), e);
        }
    }

    /** Whether the question came to the model; it does not where the user is told that nothing was understood. */
    private boolean awaitQuestion(String words, String before) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (System.nanoTime() < end && !isTold(before)) {
            if (around.standIn.chat().requests().stream()
                    .anyMatch(request -> request.question().contains(words))) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return false;
    }

    private boolean isTold(String before) {
        return terminal.output().substring(before.length()).contains("/retry");
    }

    /** Compares what was said with what is kept. */
    void check() throws IOException, InterruptedException {
        terminal.type("\003\003\004");
        terminal.awaitEnd();
        List<JsonNode> kept = new ArrayList<>();
        Surroundings.Finished list = around.run(program("sessions", "list"), 0);
        for (String line : list.out().lines().toList()) {
            Surroundings.Finished shown = around.run(program("sessions", "show", line.split(" ", 2)[0], "--json"), 0);
            JSON.readTree(shown.out()).path("turns").forEach(kept::add);
        }
        said.forEach((words, shown) ->
                around.counts.add(KIND, fate(words, shown, kept), words + " was " + shown + ": " + of(words, kept)));
    }

    private static Fate fate(String words, Fate shown, List<JsonNode> kept) {
        List<JsonNode> turns = of(words, kept);
        if (turns.stream().filter(turn -> !isGoneOnWith(turn)).count() > 1) {
            return Fate.DOUBLED;
        }
        if (shown != Fate.ANSWERED) {
            return shown;
        }
        if (turns.isEmpty()) {
            return Fate.LOST;
        }
        return switch (turns.get(turns.size() - 1).path("end").asText()) {
            case "whole" -> Fate.ANSWERED;
            case "failed" -> Fate.TOLD;
            default -> Fate.ENDED;
        };
    }

    private static List<JsonNode> of(String words, List<JsonNode> kept) {
        return kept.stream()
                .filter(turn -> turn.path("question").asText().contains(words))
                .toList();
    }

    /** Who speaks again before the answer begins asks one question: the beginning stays as a turn without a reply. */
    private static boolean isGoneOnWith(JsonNode turn) {
        return turn.path("end").asText().equals("interrupted")
                && turn.path("reply").asText().isEmpty();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        terminal.close();
        card.close();
    }
}
