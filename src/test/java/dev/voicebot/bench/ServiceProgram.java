package dev.voicebot.bench;

import dev.voicebot.standin.Script;
import dev.voicebot.standin.StandIn;
import dev.voicebot.standin.Witness;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * The services of one profile in a process of their own, one stand-in a lane; prints their ports, then what they see and
 * do. Ends with its standard input.
 */
final class ServiceProgram {
    private ServiceProgram() {}

    public static void main(String[] arguments) throws IOException {
        Profile profile = Profile.of(arguments[0]);
        int lanes = Integer.parseInt(arguments[1]);
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        List<StandIn> standIns = new ArrayList<>();
        for (int lane = 0; lane < lanes; lane++) {
            standIns.add(StandIn.start(script(profile).witness(witness(out, lane))));
        }
        standIns.forEach(standIn -> print(out, "port " + standIn.port()));
        int unused = System.in.read(); // nobody says anything: it is the end that counts
        System.exit(0);
    }

    private static Script script(Profile profile) {
        return new Script()
                .sentences(profile.language().question())
                .understandsACharacterIn(Duration.ofMillis(30))
                .revisesEvery(5)
                .endSilence(Duration.ofHours(1))
                .finalDelay(profile.transcript())
                .tokens(profile.firstToken(), profile.betweenTokens())
                .answer(profile.language().tokens(profile.tokens()).toArray(String[]::new))
                .firstAudioDelay(profile.firstAudio())
                .audioPace(profile.audioPace())
                .idleLimit(Duration.ofSeconds(23))
                .mood(profile.jittery() ? moody() : UnaryOperator.identity());
    }

    /** Between a half and the threefold, on average as long as asked; the same in every run. */
    private static UnaryOperator<Duration> moody() {
        Random random = new Random(1);
        return time -> {
            double draw;
            synchronized (random) {
                draw = random.nextDouble();
            }
            return Duration.ofNanos((long) (time.toNanos() * (0.5 + 2.5 * draw * draw * draw * draw)));
        };
    }

    private static Witness witness(PrintStream out, int lane) {
        return (nanos, what, detail) -> print(out, new ServiceEvent(lane, nanos, what, detail).line());
    }

    private static void print(PrintStream out, String line) {
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }
}
