package dev.voicebot.bench;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long the services take in one row of the table.
 *
 * @param transcript from the end of the sound to the final transcript
 * @param firstToken from the request to the first token
 * @param betweenTokens the pace of the others
 * @param tokens in a whole reply
 * @param firstAudio from the first text to the first sound
 * @param audioPace times real time, of the sound that follows
 * @param jittery whether each of these varies between a half and the threefold, mostly below
 * @param network what the way to the services adds, each way
 */
record Profile(
        String name,
        Language language,
        Duration transcript,
        Duration firstToken,
        Duration betweenTokens,
        int tokens,
        Duration firstAudio,
        double audioPace,
        boolean jittery,
        Duration network) {

    private static final Profile FAST = new Profile(
            "fast",
            Language.ENGLISH,
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            Duration.ofMillis(5),
            200,
            Duration.ofMillis(80),
            8,
            false,
            Duration.ZERO);
    static final Profile TYPICAL = new Profile(
            "typical",
            Language.ENGLISH,
            Duration.ofMillis(300),
            Duration.ofMillis(400),
            Duration.ofMillis(25),
            200,
            Duration.ofMillis(300),
            2,
            false,
            Duration.ZERO);
    private static final Profile SLOW = new Profile(
            "slow",
            Language.ENGLISH,
            Duration.ofMillis(800),
            Duration.ofMillis(1200),
            Duration.ofMillis(60),
            200,
            Duration.ofMillis(800),
            1.2,
            false,
            Duration.ZERO);

    static final List<Profile> ALL = List.of(
            TYPICAL,
            TYPICAL.in(Language.CHINESE).named("typical, Chinese"),
            TYPICAL.behind(Duration.ofMillis(20)),
            TYPICAL.behind(Duration.ofMillis(80)),
            FAST,
            TYPICAL.varying().named("jittery"),
            SLOW);

    /** As the other programs were measured once: 40 tokens, 10 ms apart, the first after 50 ms. */
    static final Profile PEERS = new Profile(
            "peers",
            Language.ENGLISH,
            Duration.ZERO,
            Duration.ofMillis(50),
            Duration.ofMillis(10),
            40,
            Duration.ZERO,
            0,
            false,
            Duration.ZERO);

    /** Services that take no time. */
    static final Profile AT_ONCE = atOnce("at once", 40);

    /** A model that writes as fast as it can, and does not stop. */
    static final Profile FLOOD = atOnce("flood", 10_000);

    private static Profile atOnce(String name, int tokens) {
        Duration none = Duration.ZERO;
        return new Profile(name, Language.ENGLISH, none, none, none, tokens, none, 0, false, none);
    }

    static Profile of(String name) {
        return Stream.concat(ALL.stream(), Stream.of(PEERS, AT_ONCE, FLOOD))
                .filter(profile -> profile.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** One row more where it is worth it. */
    boolean asksAhead() {
        return name.equals("typical");
    }

    private Profile named(String other) {
        return new Profile(
                other,
                language,
                transcript,
                firstToken,
                betweenTokens,
                tokens,
                firstAudio,
                audioPace,
                jittery,
                network);
    }

    private Profile in(Language other) {
        return new Profile(
                name, other, transcript, firstToken, betweenTokens, tokens, firstAudio, audioPace, jittery, network);
    }

    private Profile varying() {
        return new Profile(
                name, language, transcript, firstToken, betweenTokens, tokens, firstAudio, audioPace, true, network);
    }

    private Profile behind(Duration eachWay) {
        return new Profile(
                name + ", " + eachWay.toMillis() + " ms away",
                language,
                transcript,
                firstToken,
                betweenTokens,
                tokens,
                firstAudio,
                audioPace,
                jittery,
                eachWay);
    }
}
