package dev.voicebot.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the turns of one way took in one profile, each time from the end of the last word. */
final class TurnRow {
    static final List<String> STAGES = List.of(
            "last word to its end at the recogniser",
            "transcript",
            "request",
            "token",
            "first words to the voice",
            "sound");

    final Figures transcript = new Figures();
    final Figures firstToken = new Figures();
    final Figures firstAudio = new Figures();
    final Figures overhead = new Figures();
    final Figures floor = new Figures();
    final Figures clause = new Figures();
    private int requestsThrownAway;
    private int tokensThrownAway;
    final Map<String, Figures> stages = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    TurnRow() {
        for (String stage : STAGES) {
            stages.put(stage, new Figures());
        }
    }

    synchronized void add(Marks turn) {
        transcript.addNanos(turn.transcript() - turn.lastWord());
        firstToken.addNanos(turn.firstToken() - turn.lastWord());
        firstAudio.addNanos(turn.firstAudio() - turn.lastWord());
    }

    synchronized void add(Marks turn, Floor services) {
        add(turn);
        floor.addNanos(services.toFirstAudio());
        clause.addNanos(services.firstClause());
        overhead.addNanos(turn.firstAudio() - turn.lastWord() - services.toFirstAudio());
        stages(turn, services.at(), services.oneWay());
    }

    /** Where the overhead comes from, in the order of the turn. */
    private void stages(Marks turn, Floor.ServiceTimes at, long oneWay) {
        stage("last word to its end at the recogniser").addNanos(at.endOfSound() - turn.lastWord() - oneWay);
        stage("transcript").addNanos(turn.transcript() - at.transcript() - oneWay);
        stage("request").addNanos(at.request() - turn.transcript() - oneWay);
        stage("token").addNanos(turn.firstToken() - at.firstToken() - oneWay);
        stage("first words to the voice").addNanos(at.firstText() - at.completingToken() - 2 * oneWay);
        stage("sound").addNanos(turn.firstAudio() - at.firstSound() - oneWay);
    }

    /** What was asked ahead for nothing, in one turn. */
    synchronized void wasted(int requests, int tokens) {
        requestsThrownAway += requests;
        tokensThrownAway += tokens;
    }

    synchronized String waste() {
        return requestsThrownAway + " of " + (requestsThrownAway + firstAudio.count()) + " requests, "
                + tokensThrownAway + " tokens";
    }

    private Figures stage(String name) {
        return Objects.requireNonNull(stages.get(name));
    }

    synchronized void fault(String what) {
        faults.add(what);
    }

    synchronized List<String> faults() {
        return List.copyOf(faults);
    }
}
