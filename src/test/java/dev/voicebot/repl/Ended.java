package dev.voicebot.repl;

import dev.voicebot.chat.ChatUsage;
import dev.voicebot.turn.TurnEvent;
import dev.voicebot.turn.TurnRecord;
import dev.voicebot.turn.TurnTimings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How turns of a test end. */
final class Ended {
    private Ended() {}

    static TurnEvent of(TurnTimings timings) {
        return new TurnEvent.Ended(turn(TurnRecord.Spoken.NONE, timings));
    }

    /** What was spoken is in {@code wav}. */
    static TurnEvent saved(Path wav) {
        TurnTimings timings = new TurnTimings(
                Optional.empty(),
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(1),
                0,
                0);
        return new TurnEvent.Ended(turn(new TurnRecord.Spoken("", "", 0, Optional.empty(), Optional.of(wav)), timings));
    }

    private static TurnRecord turn(TurnRecord.Spoken spoken, TurnTimings timings) {
        return new TurnRecord(
                "",
                new TurnRecord.Written("", "", List.of(), ChatUsage.NONE, ChatUsage.NONE),
                spoken,
                new TurnRecord.End(TurnRecord.End.Kind.WHOLE, "", "", Duration.ofSeconds(1)),
                timings);
    }
}
