package dev.voicebot.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The turns of one profile. The program's own follow one another; those of the original's way, which last three to
 * seven times as long, run beside them at the same time, several at once, each with stand-ins of its own.
 */
final class TurnBench {
    static final String VOICEBOT = "voicebot";
    static final String AHEAD = "voicebot, asking ahead";
    static final String ORIGINAL = "original's way";

    private static final int OWN_LANES = 2;
    static final int CAPTURE_RATE = 44100; // is resampled for the recogniser

    private final Profile profile;
    private final int turns;
    private final int originalLanes;
    private final Path folder;
    private final PrintStream progress;

    TurnBench(Profile profile, int turns, int originalLanes, Path folder, PrintStream progress) {
        this.profile = profile;
        this.turns = turns;
        this.originalLanes = originalLanes;
        this.folder = folder;
        this.progress = progress;
    }

    /** The rows by the name of their way. */
    Map<String, TurnRow> run() throws Exception {
        TurnRow own = new TurnRow();
        TurnRow ahead = new TurnRow();
        TurnRow original = new TurnRow();
        try (Services services = Services.start(profile, OWN_LANES + originalLanes);
                Network network = new Network(services, profile)) {
            List<Thread> lanes = new ArrayList<>();
            for (int lane = 0; lane < originalLanes; lane++) {
                lanes.add(originals(lane, services, network, original));
            }
            own(services, network, own, ahead);
            for (Thread lane : lanes) {
                lane.join();
            }
        }
        Map<String, TurnRow> rows = new LinkedHashMap<>();
        rows.put(VOICEBOT, own);
        if (profile.asksAhead()) {
            rows.put(AHEAD, ahead);
        }
        rows.put(ORIGINAL, original);
        return rows;
    }

    private void own(Services services, Network network, TurnRow usual, TurnRow ahead) throws Exception {
        try (Way one = voicebot(network.port(0), "off");
                Way other = voicebot(network.port(1), "on")) {
            one.turn(); // the first pays for loading classes: it has a row of its own
            for (int i = 0; i < turns; i++) {
                turn(one, 0, services, usual);
                if (profile.asksAhead()) {
                    turn(other, 1, services, ahead);
                }
                progress.print(".");
                progress.flush();
            }
        }
    }

    private Way voicebot(int port, String preemptive) throws IOException {
        Path home = Files.createDirectories(folder.resolve(profile.name()));
        SpokenQuestion question = SpokenQuestion.of(profile.language(), CAPTURE_RATE, folder);
        return new VoicebotWay(question, port, home, Map.of("chat.preemptive", preemptive));
    }

    private void turn(Way way, int lane, Services services, TurnRow row) throws Exception {
        services.forget(lane);
        Marks marks = way.turn();
        List<ServiceEvent> seen = services.since(
                lane, marks.begin(), events -> Floor.of(events, 0).isPresent());
        Optional<Floor> floor = Floor.of(seen, profile.network().toNanos());
        floor.ifPresentOrElse(f -> row.add(marks, f), () -> row.fault("the services saw no whole turn"));
        count(seen, row);
        check(marks, seen, row);
    }

    /** All requests but the last, and the tokens before it, were for nothing. */
    private static void count(List<ServiceEvent> seen, TurnRow row) {
        int requests = 0;
        int tokens = 0;
        int wasted = 0;
        for (ServiceEvent event : seen) {
            if (event.is("chat.request")) {
                requests++;
                wasted = tokens;
            } else if (event.is("chat.token")) {
                tokens++;
            }
        }
        row.wasted(Math.max(0, requests - 1), wasted);
    }

    private Thread originals(int lane, Services services, Network network, TurnRow row) {
        int share = (turns + originalLanes - 1 - lane) / originalLanes;
        int stand = OWN_LANES + lane;
        Thread thread = new Thread(() -> {
            SpokenQuestion question = SpokenQuestion.of(profile.language(), 16000, folder);
            try (Way way = new OriginalWay(question, network.port(stand))) {
                way.turn();
                for (int i = 0; i < share; i++) {
                    row.add(way.turn());
                    services.forget(stand);
                }
            } catch (Exception e) {
                row.fault("the original's way broke: " + e);
            }
        });
        thread.start();
        return thread;
    }

    private void check(Marks marks, List<ServiceEvent> seen, TurnRow row) {
        long got = seen.stream()
                .filter(event -> event.is("asr.sound"))
                .mapToLong(event -> Long.parseLong(event.detail()))
                .sum();
        if (got != marks.soundBytes()) {
            row.fault("the recogniser got " + got + " bytes of sound, not " + marks.soundBytes());
        }
        if (!marks.understood().equals(profile.language().question())) {
            row.fault("understood '" + marks.understood() + "'");
        }
        String reply = String.join("", profile.language().tokens(profile.tokens()));
        if (marks.tokens().isEmpty() || !reply.startsWith(marks.tokens())) {
            row.fault("tokens out of order: " + marks.tokens());
        }
        String spoken = seen.stream()
                .filter(event -> event.is("tts.text"))
                .map(ServiceEvent::detail)
                .reduce("", String::concat);
        if (!reply.replaceAll("\\s", "").startsWith(spoken.replaceAll("\\s", ""))) {
            row.fault("words out of order: " + spoken);
        }
    }
}
